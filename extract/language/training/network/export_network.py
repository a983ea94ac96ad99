#!/usr/bin/env python3
"""Write the model file of extract/language/neural/ from a checkpoint of distil.py.

    export_network.py CHECKPOINT network.model

Weights become 8-bit (16-bit in the small last layers) with one scale for each output; what they are
multiplied with is rounded when the network runs. neural/README.md lists the sections.
"""

import argparse
import pathlib
import struct

import numpy as np
import torch

from words import hash_bytes

LEVELS8 = 63  # twice 255 * 63 fits into 16 bits: Matrix8::kMostWeight in kernels.hpp
LEVELS16 = 2047  # Matrix16::kMost
STATE_LEVELS = 127  # of a state in [-1, 1]
NAME_LABELS = 37  # NameLabel::kCount in names/name_labels.hpp
# Added to the score of "outside": the network finds more names than there are, because corpora differ in what they name.
OUTSIDE_NAMES = 0.8
MODEL_VERSION = 1  # kModelVersion in model_file.hpp
ALIGNMENT = 64  # of sections: a cache line


def row_scales(weights, levels):
    """The value of one unit for each row of `weights` [outputs, inputs], so that its largest weight is
    `levels` units."""
    return np.abs(weights).max(axis=1) / levels + 1e-12


def rounded(weights, scales):
    """`weights` [outputs, inputs] in units of `scales` [outputs]; of two the even one."""
    return np.rint(weights / scales[:, None])


def padded(array, *units):
    """`array` with zeros behind, so that each dimension is a multiple of its unit."""
    return np.pad(array, [(0, -size % unit) for size, unit in zip(array.shape, units)])


def packed(weights, group):
    """Blocks of 16 outputs, in them groups of `group` inputs, in them outputs: [blocks, groups, 16, group]."""
    outputs, inputs = weights.shape
    blocks = weights.reshape(outputs // 16, 16, inputs // group, group)
    return np.ascontiguousarray(blocks.transpose(0, 2, 1, 3))


def floats(values):
    return np.asarray(values, dtype="<f4").tobytes()


def layer8(weights, bias, unit=1.0):
    """Bytes of a Linear8; weights [outputs, inputs], `unit`: of the inputs."""
    scales = row_scales(weights, LEVELS8)
    whole = padded(rounded(weights, scales), 16, 64).astype(np.int8)
    return packed(whole, 4).tobytes() + floats(padded(scales * unit, 16)) + floats(padded(bias, 16))


def layer16(weights, bias):
    """Bytes of a Linear16; weights [outputs, inputs]."""
    scales = row_scales(weights, LEVELS16)
    whole = padded(rounded(weights, scales), 16, 32).astype("<i2")
    return packed(whole, 2).tobytes() + floats(padded(scales, 16)) + floats(padded(bias, 16))


def table(vectors):
    """Bytes of vectors as 8-bit numbers, the scales of all rows first."""
    scales = row_scales(vectors, STATE_LEVELS)
    return floats(scales) + rounded(vectors, scales).astype(np.int8).tobytes()


def config_section(config, word_size, subword_size):
    sizes = [word_size, subword_size, len(config["hidden"]), *config["hidden"]]
    sizes += [config[key] for key in ("tag_size", "name_size", "arc_size", "label_size")]
    result = struct.pack(f"<{len(sizes)}I", *sizes)
    for key in ("upos", "xpos", "deprels"):
        result += struct.pack("<I", len(config[key]))
        for value in config[key]:
            encoded = value.encode()
            result += struct.pack("<H", len(encoded)) + encoded
    return result


def sections(checkpoint):
    """The model's sections by name."""
    config = checkpoint["config"]
    state = {key: value.float().numpy().astype(np.float64) for key, value in checkpoint["model"].items()}
    words, subwords = state["inputs.words"], state["inputs.subwords"]
    if config["name_labels"] != NAME_LABELS:
        raise SystemExit(f"{config['name_labels']} name labels; expected {NAME_LABELS}")
    hashes = hash_bytes(config["words"])
    order = np.argsort(hashes)
    if len(np.unique(hashes)) != len(hashes):
        raise SystemExit("two words share a hash")
    result = {
        "config": config_section(config, words.shape[1], subwords.shape[1]),
        "words": hashes[order].astype("<u8").tobytes(),
        "word vectors": table(np.concatenate([words[:2], words[2:][order]])),
        "subword vectors": table(subwords),
    }
    for number in range(len(config["hidden"])):
        inputs, recurrent, bias = (state[f"encoder.layers.{number}.{key}"] for key in ("input", "recurrent", "bias"))
        unit = 1.0 if number == 0 else 1 / STATE_LEVELS  # the first layer's inputs have scales of their own
        both = np.concatenate([inputs[0].T, inputs[1].T])
        result[f"lstm{number}.input"] = layer8(both, bias.reshape(-1), unit)
        for direction in range(2):
            weights = recurrent[direction].T
            result[f"lstm{number}.state{direction}"] = layer8(
                weights, np.zeros(len(weights)), 1 / STATE_LEVELS
            )
    heads = ("tag", "name", "arc_child", "arc_head", "label_child", "label_head")
    result["heads"] = layer8(
        np.concatenate([padded(state[f"{head}.weight"], 32, 1) for head in heads]),
        np.concatenate([padded(state[f"{head}.bias"], 32) for head in heads]),
        1 / STATE_LEVELS,
    )
    name_bias = state["names.bias"].copy()
    name_bias[0] += OUTSIDE_NAMES
    for key, key_bias in (("upos", state["upos.bias"]), ("xpos", state["xpos.bias"]), ("names", name_bias)):
        result[key] = layer16(state[f"{key}.weight"], key_bias)
    form = state["arc_form"]
    result["arcs"] = layer16(padded(form[:-1].T, 32, 32), padded(form[-1], 32))
    parts = np.split(state["label.weight"], 3, axis=1)  # of child * head, child and head
    result["labels"] = layer16(
        np.concatenate([padded(part, 1, 32) for part in parts], axis=1), state["label.bias"]
    )
    return result


MASK = (1 << 64) - 1


def mix_bits(x):
    for _ in range(2):
        x = (x ^ x >> 32) * 0xD6E8FEB86659FD93 & MASK
    return x ^ x >> 32


def checksum(data):
    """checksum_of() in model_file.cpp."""
    whole = len(data) // 32 * 32
    lanes = []
    for lane in range(4):
        x = lane + 1
        for word in np.frombuffer(data[:whole], dtype="<u8")[lane::4].tolist():
            x = (x ^ word) * 0x9E3779B97F4A7C15 & MASK
            x = (x << 29 | x >> 35) & MASK
        lanes.append(x)
    tail = 0x2545F4914F6CDD1D ^ (len(data) - whole)
    for byte in data[whole:]:
        tail = (tail ^ byte) * 0x100000001B3 & MASK
    total = mix_bits(tail) ^ len(data)
    for x in lanes:
        total = mix_bits(total ^ x)
    return total


def model_file(kind, contents):
    """Bytes of a model file (model_file.hpp) with the sections `contents`."""
    begin = 40 + 32 * len(contents)
    directory, body = b"", b""
    for name, data in contents.items():
        body += bytes(-(begin + len(body)) % ALIGNMENT)
        directory += struct.pack("<16sQQ", name.encode(), begin + len(body), len(data))
        body += data
    head = struct.pack(
        "<8sII16sQ", b"NGMODEL", MODEL_VERSION, len(contents), kind.encode(), checksum(directory + body)
    )
    return head + directory + body


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    options = parser.parse_args()
    checkpoint = torch.load(options.checkpoint, map_location="cpu", weights_only=False)
    options.model.write_bytes(model_file("network", sections(checkpoint)))


if __name__ == "__main__":
    main()
