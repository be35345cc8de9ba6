"""Strings: words, sentences, quotation marks, hashes, alignments; knows no report."""
