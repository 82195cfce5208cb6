"""Things that drawings are composed of: a jacket, a pole, a flame, a stack of folded cloth.

A part is a function that returns shapes. Its arguments are what the data of a product says: the
colour as `Tones`, a hood or none, how many pockets. A part knows nothing of any product.
"""
