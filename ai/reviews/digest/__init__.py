"""What buyers say in a few sentences, each of which can be counted again."""
