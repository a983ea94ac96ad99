"""A bidirectional LSTM layer that trains fast on GPUs and on CPUs with bfloat16 matrix units.

On a GPU it is cuDNN's. On a CPU torch.nn.LSTM trains in 32-bit floats, many times slower than this:
the products are bfloat16, both directions take each step together, and the element-wise part of a
step is one pass in C (lstm_steps.c, compiled at the first use).
"""

import ctypes
import functools
import pathlib
import subprocess
import tempfile

import torch
from torch import nn

LOW = torch.bfloat16


@functools.cache
def compiled_steps():
    source = pathlib.Path(__file__).with_name("lstm_steps.c")
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "lstm_steps.so"
        options = ["-O3", "-march=native", "-ffast-math", "-shared", "-fPIC"]
        subprocess.run(["cc", *options, source, "-o", library, "-lm"], check=True)
        return ctypes.CDLL(library)


def call(function, rows, hidden, *tensors):
    """Call a function of lstm_steps.c; None stands for a null pointer."""
    pointers = [ctypes.c_void_p(None if t is None else t.data_ptr()) for t in tensors]
    function(ctypes.c_long(rows), ctypes.c_long(hidden), *pointers)


class Recurrence(torch.autograd.Function):
    """h[t] from gate inputs [time, direction, sentence, 4 * hidden] in the order i, f, o, g."""

    @staticmethod
    def forward(context, inputs, recurrent):
        steps, directions, batch, width = inputs.shape
        hidden, rows = width // 4, directions * batch
        weights = recurrent.to(LOW)
        activations = torch.empty_like(inputs)
        states = inputs.new_zeros(steps + 1, directions, batch, hidden)
        cells = inputs.new_zeros(steps + 1, directions, batch, hidden, dtype=torch.float)
        product = None
        for t in range(steps):
            if t > 0:
                product = torch.bmm(states[t], weights)
            call(
                compiled_steps().lstm_forward, rows, hidden,
                inputs[t], product, cells[t], activations[t], cells[t + 1], states[t + 1],
            )  # fmt: skip
        context.save_for_backward(activations, states, cells, weights)
        return states[1:]

    @staticmethod
    def backward(context, grads):
        activations, states, cells, weights = context.saved_tensors
        steps, directions, batch, width = activations.shape
        hidden, rows = width // 4, directions * batch
        grads = grads.to(LOW).contiguous()
        gate_grads = torch.empty_like(activations)
        transposed = weights.transpose(1, 2).contiguous()
        cell_grad = torch.zeros_like(cells[0])
        later = None
        for t in reversed(range(steps)):
            call(
                compiled_steps().lstm_backward, rows, hidden,
                activations[t], cells[t], cells[t + 1], grads[t], later, cell_grad, gate_grads[t],
            )  # fmt: skip
            if t > 0:
                later = torch.bmm(gate_grads[t], transposed)
        before = states[:-1].transpose(0, 1).flatten(1, 2)
        weight_grad = torch.bmm(before.transpose(1, 2), gate_grads.transpose(0, 1).flatten(1, 2))
        return gate_grads, weight_grad.float()


def cudnn_order(gates):
    """Gates in the order i, f, o, g along the last dimension, as rows in cuDNN's order i, f, g, o."""
    i, f, o, g = gates.float().chunk(4, dim=-1)
    return torch.cat([i, f, g, o], dim=-1).transpose(-1, -2).contiguous()


def cudnn_lstm(x, inputs, recurrent, bias):
    """States [time, sentence, hidden] of one direction over x [time, sentence, input]."""
    with torch.autocast("cuda", enabled=False):
        start = x.new_zeros(1, x.shape[1], recurrent.shape[0], dtype=torch.float)
        biases = cudnn_order(bias).reshape(-1)
        weights = [cudnn_order(inputs), cudnn_order(recurrent), biases, torch.zeros_like(biases)]
        return torch._VF.lstm(x.float().contiguous(), (start, start), weights, True, 1, 0.0, True, False, False)[0]


class BidirectionalLayer(nn.Module):
    """Reads padded sentences [time, sentence, input] from left to right and from right to left.

    The second direction reads each sentence turned around at its own length, so padding always
    comes last and disturbs nothing.
    """

    def __init__(self, inputs, hidden):
        super().__init__()
        self.input = nn.Parameter(torch.empty(2, inputs, 4 * hidden))
        self.recurrent = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        self.bias = nn.Parameter(torch.zeros(2, 1, 4 * hidden))
        for direction in range(2):
            nn.init.xavier_uniform_(self.input[direction])
            for gate in self.recurrent[direction].chunk(4, dim=1):
                nn.init.orthogonal_(gate)
        with torch.no_grad():
            self.bias[:, :, hidden : 2 * hidden] = 1.0  # remember at first

    def forward(self, x, turned, weights=lambda w: w):
        """`turned` [time, sentence]: the position to read in the second direction; `weights` is
        applied to both matrices [direction, input, output] before they are used."""

        def turn(values):
            return values.gather(0, turned.unsqueeze(2).expand(-1, -1, values.shape[2]))

        both = torch.stack([x, turn(x)])
        if x.is_cuda:
            states = [
                cudnn_lstm(*layer) for layer in zip(both, weights(self.input), weights(self.recurrent), self.bias)
            ]
            return torch.cat([states[0], turn(states[1])], dim=2)
        steps, batch, _ = x.shape
        gates = torch.baddbmm(self.bias.to(LOW), both.flatten(1, 2).to(LOW), weights(self.input).to(LOW))
        gates = gates.reshape(2, steps, batch, -1).transpose(0, 1).contiguous()
        states = Recurrence.apply(gates, weights(self.recurrent))
        return torch.cat([states[:, 0], turn(states[:, 1])], dim=2)
