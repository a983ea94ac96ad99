#!/usr/bin/env python3
"""What the encoder makes of words, with small random weights."""

import unittest

import torch

from mpnet import MOST_PIECES, PADDING, ROOT_PIECES, Mpnet, Pieces, case_of, distance_buckets

SMALL = {
    "hidden_size": 16, "vocab_size": 50, "max_position_embeddings": 64, "num_attention_heads": 2,
    "intermediate_size": 32, "num_hidden_layers": 2,
}  # fmt: skip


def row(case, *pieces):
    return [case, *pieces, *[PADDING] * (MOST_PIECES - len(pieces))]


class EncoderTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        self.words = Pieces(torch.tensor([ROOT_PIECES, row(1, 7), row(0, 8, 9, 10), row(6, 11), row(2, 12, 13)]))
        self.encoder = Mpnet({"mpnet": SMALL}, dropout=0.0)

    def states(self, *sentences):
        lengths = torch.tensor([len(sentence) for sentence in sentences])
        forms = torch.tensor([[*s, *[0] * (int(lengths.max()) - len(s))] for s in sentences])
        return self.encoder(self.words(forms), lengths)

    def test_reads_a_sentence_the_same_beside_longer_ones(self):
        alone = self.states([0, 1, 2, 3])[0]
        beside = self.states([0, 4, 2, 1, 4, 3, 2, 2, 3], [0, 1, 2, 3])[1, :4]
        self.assertTrue(torch.allclose(alone, beside, atol=1e-5))

    def test_sees_all_pieces_of_a_word(self):
        before = self.states([0, 2, 3])[0, 2]
        self.words.table[2, 3] = 14
        self.assertFalse(torch.allclose(before, self.states([0, 2, 3])[0, 2], atol=1e-4))

    def test_tells_distances_apart_by_direction_and_logarithm(self):
        buckets = distance_buckets(200, "cpu")
        self.assertEqual([int(buckets[100, 100 - d]) for d in (0, 1, 7, 8, 64, 100)], [0, 1, 7, 8, 14, 15])
        self.assertEqual([int(buckets[0, d]) for d in (1, 7, 8, 150)], [17, 23, 24, 31])

    def test_tells_kinds_of_capitals_apart(self):
        forms = ["visit", "Norland", "NATO", "I", "McGee", "B-52", "..."]
        self.assertEqual([case_of(form) for form in forms], [0, 1, 2, 3, 4, 5, 6])


if __name__ == "__main__":
    unittest.main()
