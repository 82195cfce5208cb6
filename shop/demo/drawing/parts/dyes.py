"""Colours that only clothes, boots and the people in them have."""

from shop.demo.drawing.palette import Tones, shaded

BARK = Tones("#7C5B3F", "#5D422C", "#9A775A")
BOG_OAK = Tones("#3B322D", "#271F1C", "#574A43")
BOOT_PEAT = Tones("#6F5140", "#4F382B", "#92745E")
DUCK_YELLOW = Tones("#F2C53A", "#D09C1C", "#F9DC80")
HAM = Tones("#E79AA4", "#CC7885", "#F2BCC3")
HARBOUR_GREY = shaded("#87939A")
KELP = shaded("#566B43")
SAIL = Tones("#E4DAC2", "#C3B694", "#F3ECDB")
LICHEN_TRIM = Tones("#B9C777", "#95A455", "#D6DE9C")

LEG = Tones("#C8946D", "#A97650", "#DDAE88")
SKIN = Tones("#E3B48F", "#C8946D", "#EFC9A9")

SHINE = "#DDE3E6"
"""Piping and bands that shine back."""
