'''The drawings of the demo shop, composed by code: `python -m shop.demo.drawing [name ...]`.

A drawing is a function without arguments that returns a `Drawing`: the department whose backdrop
it has, and shapes from back to front. The modules in `products/`, one a leaf category, list theirs
in `DRAWINGS` under the name of the picture's file, `<slug>` or `<slug>-detail`:

    def quillon_qx_28() -> Drawing:
        """Lichen green daypack with a lid and a bottle in its side pocket."""
        return Drawing("wear", ground(500, 868, 270, 24), backpack(tones("Lichen"), lid=True))

    DRAWINGS: dict[str, Draw] = {"quillon-qx-28": quillon_qx_28}

Where to find what:

- `canvas`: `path`, `line`, `rect`, `circle`, `ellipse`, `label`, `group(transform, ...)`,
  `mirrored`, `faded(opacity, ...)` and `two(outline, base, (fill, path), ...)`, which lays tones
  over a surface and cuts them off at its outline.
- `palette`: `tones("Moss green")` for the colours of the data, materials (`STEEL`, `LEATHER`) and
  `shaded("#5E7F52")` for a colour of no name. Each has `base`, `dark` and `light`.
- `scene`: the backdrops (`camp`, `wear`, `home`, `garden`; `night` for things that shine) and
  `ground(x, y, rx)`, the shadow below the thing.
- `parts`: what several drawings share. A part takes what the data says (colour, hood, pockets).
  Make a new one as soon as two drawings would repeat a shape, with arguments by keyword.

The look: a thing fills the middle 600 to 800 units, stands at y = 820 to 880 on its shadow, and is
known at 150 pixels. Light falls from the left: `light` along the left fifth of a surface, `base`,
`dark` along the right quarter. No outlines, no gradients, few details, but those that the product
is known by. Small print is a cream label, not real text. Colours come from the palette.

The second view shows what the first cannot: nearer, open, from behind, at work, or the other
colours side by side. It is never the first one enlarged.

After a change: `python -m shop.demo.drawing`, `python -m shop.demo.render_drawings`, and look at
the sheet of the category that `python -m shop.demo.contact_sheets` makes.
'''
