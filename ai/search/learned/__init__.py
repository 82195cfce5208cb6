"""A ranking learnt from judgements or clicks, on top of the fusion of the lanes."""
