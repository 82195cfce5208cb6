"""Colours: every surface has three tones, and colour names of the data have theirs here."""

import colorsys
from typing import NamedTuple


class Tones(NamedTuple):
    """The tones of one surface: its base, the shaded right side, the lit left side."""

    base: str
    dark: str
    light: str


def shaded(base: str) -> Tones:
    """Work out the dark and the light tone of a colour such as "#5E7F52"."""
    red, green, blue = (int(base[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)

    def tone(change: float, vividness: float) -> str:
        shifted = min(max(lightness + change, 0.04), 0.985)
        rgb = colorsys.hls_to_rgb(hue, shifted, min(saturation * vividness, 1))
        return "#" + "".join(f"{round(part * 255):02X}" for part in rgb)

    room = 1 - lightness
    return Tones(base, tone(-0.03 - lightness * 0.16, 1.04), tone(min(0.11, room * 0.5), 0.94))


STEEL = Tones("#C3CBCF", "#98A3A9", "#E4E9EB")
BLADE = Tones("#C9D0D4", "#9DA8AE", "#E8ECEE")
GUNMETAL = Tones("#8E979C", "#59646A", "#B3BDC3")
SOOT = Tones("#33393D", "#23282B", "#4B5257")
BRASS = Tones("#C99A3E", "#9C7222", "#E6C06B")
LEATHER = Tones("#8A5F3D", "#6B4A32", "#A97C56")
OAK = Tones("#B98250", "#99683A", "#D29E68")
BEECH = Tones("#D2A066", "#AE7B43", "#E6BF8C")
WALNUT = Tones("#7B4F33", "#573420", "#9C6C4B")
ASH = Tones("#E6CFA0", "#C4A76E", "#F3E4C3")
CORK = Tones("#D0A06B", "#A97A46", "#E4BE90")
CARD = Tones("#C7A077", "#A88158", "#DDBE98")
GLASS = Tones("#CFE3EA", "#9FBFCB", "#E6F1F5")
RUBBER = Tones("#3A4248", "#23282B", "#59646A")
PAPER = Tones("#F4EAD3", "#D9CBA9", "#FBF6E8")
LEAF = Tones("#6E9A52", "#557C3C", "#8DB56E")

_NAMED: dict[str, Tones] = {
    "Amber": Tones("#D99A2E", "#B87B18", "#EBB859"),
    "Bilberry": Tones("#3F4A7D", "#2D3660", "#5F6BA3"),
    "Black": SOOT,
    "Blackberry": Tones("#6B3F6E", "#4E2A51", "#8E6091"),
    "Blue-black": Tones("#43566A", "#2B3742", "#55708A"),
    "Blue-grey": Tones("#7F97A8", "#647C8E", "#A3B7C4"),
    "Bottle green": shaded("#2F6149"),
    "Bracken": Tones("#C7703A", "#9E5122", "#E09462"),
    "Brick": Tones("#B5523B", "#8F3B28", "#CE7560"),
    "Brown": shaded("#7A5640"),
    "Charcoal": Tones("#4B5157", "#373C41", "#676E75"),
    "Chalk white": Tones("#FBFAF6", "#DAD9D2", "#FFFFFF"),
    "Clear": GLASS,
    "Clear blue": Tones("#A9D8E8", "#4798B9", "#C8E9F3"),
    "Coal": Tones("#34393F", "#22262A", "#50575E"),
    "Coral": Tones("#E8785F", "#C5543D", "#F39C86"),
    "Cream": Tones("#F1E7D0", "#D4C6A4", "#FBF5E6"),
    "Denim": shaded("#4A6A93"),
    "Ecru": Tones("#E3D8C0", "#C6B898", "#F2EBDB"),
    "Ember red": Tones("#C6432F", "#9C2F1F", "#DD6A56"),
    "Fjord blue": Tones("#3A6A8C", "#2A5070", "#5D8CAD"),
    "Fog grey": Tones("#8C9599", "#6B757A", "#AEB6B9"),
    "Forest": Tones("#3F6650", "#2C4A39", "#5F8A70"),
    "Graphite": Tones("#545C61", "#3D4448", "#767F85"),
    "Grass": Tones("#6FA05A", "#578547", "#92BD7F"),
    "Green": shaded("#4E8A5B"),
    "Grey": GUNMETAL,
    "Harbour blue": Tones("#2F5D86", "#214566", "#4E7FAB"),
    "Harbour green": Tones("#3E7263", "#2B5649", "#5E9182"),
    "Heather": shaded("#8C6A93"),
    "Ice blue": Tones("#9CC7D6", "#74A5B8", "#C3E0EA"),
    "Ice mint": Tones("#A5D3C3", "#7FB5A3", "#C9E8DD"),
    "Indigo": Tones("#34507A", "#243A5B", "#4E6D9C"),
    "Ink": Tones("#33405C", "#222C43", "#505F80"),
    "Ink blue": Tones("#2F4368", "#1F3050", "#4A6190"),
    "Ivory": Tones("#F1E6CC", "#D6C6A0", "#FBF6E8"),
    "Jelly red": shaded("#D5485A"),
    "Lichen": Tones("#8C9A5B", "#6F7C43", "#A9B57B"),
    "Lovat green": Tones("#6F7F5B", "#55643F", "#909F7B"),
    "Madder": Tones("#A8433F", "#822F2E", "#C4675F"),
    "Marigold": Tones("#EDAE3B", "#CF9024", "#F6C766"),
    "Matt black": Tones("#33393D", "#23282B", "#4A5257"),
    "Midnight blue": Tones("#2F4668", "#223453", "#48648C"),
    "Mist": Tones("#C9D2D3", "#A6B3B5", "#E2E8E8"),
    "Moss": Tones("#6F8558", "#53683F", "#90A67A"),
    "Moss green": Tones("#5E7F52", "#4A6841", "#7A9A6B"),
    "Mustard": Tones("#D3A234", "#AC7F1C", "#E8C36A"),
    "Natural": Tones("#E0CDA6", "#BFA97B", "#F0E4C8"),
    "Natural ash": ASH,
    "Natural beech": BEECH,
    "Navy": Tones("#2E4A6B", "#213752", "#4A6A90"),
    "Oat": Tones("#DFD0B2", "#C2AF8A", "#F0E6D0"),
    "Oatmeal": Tones("#E3D3B5", "#C6B28E", "#F1E6CF"),
    "Ochre": Tones("#D99A2E", "#B87B18", "#EBB859"),
    "Olive": Tones("#76804A", "#5A6335", "#949E69"),
    "Orange": Tones("#E8823A", "#C9662A", "#F2A162"),
    "Oxblood": Tones("#7E2F35", "#5D2026", "#9D4A4E"),
    "Parrot": shaded("#3FA27A"),
    "Peat": Tones("#6A5243", "#4D3A2E", "#8A7060"),
    "Petrol": Tones("#23667A", "#174C5C", "#3F8CA1"),
    "Pillar blue": Tones("#3B76B5", "#295A92", "#649ACF"),
    "Pillar-box red": Tones("#C23B33", "#972A24", "#D8655C"),
    "Pine": Tones("#3A6153", "#29473C", "#577F70"),
    "Pink": shaded("#DE8FA0"),
    "Pistachio": Tones("#A9C48A", "#88A568", "#C6DBAD"),
    "Plain": STEEL,
    "Plum": Tones("#7A4570", "#5D3156", "#98638E"),
    "Postbox red": Tones("#B93A32", "#942A24", "#D25C50"),
    "Purple": shaded("#6F5592"),
    "Raspberry": Tones("#B23A5E", "#8B2846", "#CC6383"),
    "Red": Tones("#C8402F", "#96291C", "#E06A58"),
    "Rowan red": Tones("#B8432F", "#8F2F20", "#D2664F"),
    "Rust": Tones("#B5573A", "#8E3F27", "#D17B5C"),
    "Sage": shaded("#9AAE8C"),
    "Sand": Tones("#DCC59A", "#BFA473", "#EBDBBB"),
    "Sea blue": Tones("#3F7C95", "#2D6078", "#5F9BB3"),
    "Signal orange": Tones("#EF6C2F", "#CC5219", "#F8935F"),
    "Signal red": Tones("#C5392E", "#962820", "#DE6A5D"),
    "Silver": STEEL,
    "Sky blue": shaded("#6FA8CF"),
    "Slate": Tones("#5B6B78", "#43515C", "#7C8C98"),
    "Slate blue": Tones("#5B6F8A", "#43556E", "#7E92AB"),
    "Slate grey": Tones("#7C8A92", "#66747C", "#93A1A8"),
    "Soot": Tones("#3A4045", "#1F2427", "#5B646A"),
    "Steel": STEEL,
    "Storm blue": shaded("#3F5F7F"),
    "Straw": shaded("#D9BC73"),
    "Tan": Tones("#C99B63", "#A3763F", "#E0BC8C"),
    "Tangerine": Tones("#EB8133", "#C8631C", "#F5A566"),
    "Tar black": Tones("#34383B", "#222527", "#50565A"),
    "Teal": Tones("#2F8C8C", "#227072", "#57ABA8"),
    "Terracotta": Tones("#C4704E", "#9D5235", "#DA9374"),
    "Tomato red": shaded("#CF4631"),
    "Walnut": WALNUT,
    "White": Tones("#F6F4EE", "#D8D5CA", "#FFFFFF"),
    "Yellow": Tones("#F2C230", "#D39E16", "#F9DA72"),
    "Zinc": Tones("#AEB9BD", "#848F94", "#D3DADD"),
}


def tones(name: str) -> Tones:
    """Return the tones of a colour of the data; of "Rust and oat" the first; KeyError if unknown.

    A new colour name is added to the list above, with three tones of its own or by `shaded`.
    """
    if name in _NAMED:
        return _NAMED[name]
    first = name.split(" and ", maxsplit=1)[0]
    return _NAMED[first]
