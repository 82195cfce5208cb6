"""Models behind one seam: text in, numbers out."""
