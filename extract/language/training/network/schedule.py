"""How far a training is, its learning rate, and means of weights."""

import time

import torch


def log(message):
    print(time.strftime("%H:%M:%S"), message, flush=True)


class Schedule:
    """A training of so many steps; or of so many seconds, for a machine that is lent by the clock: then
    the log tells the steps that it came to."""

    def __init__(self, steps, seconds, warm_up):
        self.steps, self.seconds, self.warm_up = steps, seconds, warm_up
        self.step, self.started = 0, time.time()

    @property
    def progress(self):
        if self.seconds:
            return min(1.0, (time.time() - self.started) / self.seconds)
        return min(1.0, self.step / self.steps)

    @property
    def rate(self):
        """Of the highest rate: up linearly over the first steps, then down linearly."""
        return min(1.0, (self.step + 1) / self.warm_up) * max(0.01, 1 - self.progress)

    def done(self):
        return self.progress >= 1


class RunningMean:
    """Exponential mean of weights: better than the last ones at any time of the training."""

    def __init__(self, parameters, decay):
        self.decay, self.parameters, self.count = decay, list(parameters), 0
        self.means = [p.detach().clone() for p in self.parameters]

    def add(self):
        self.count += 1
        share = max(1 - self.decay, 1 / (1 + self.count / 4))
        torch._foreach_lerp_(self.means, [p.detach() for p in self.parameters], share)

    def state_dict(self):
        return {"means": self.means, "count": self.count}

    def load_state_dict(self, state):
        self.count = state["count"]
        for mean, value in zip(self.means, state["means"]):
            mean.copy_(value)

    @torch.no_grad()
    def swap(self):
        """Exchange the means with the weights; call again to undo."""
        for mean, parameter in zip(self.means, self.parameters):
            values = mean.clone()
            mean.copy_(parameter)
            parameter.copy_(values)


def save(path, state):
    """Whole or not at all."""
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)


class Checkpoint:
    """Where an interrupted training goes on: OUT.state. The order of what it still reads is drawn anew, so
    that it does not come to the same bits as one without a break."""

    def __init__(self, out, schedule, every, **parts):
        """`parts`: what has a state_dict, by name; `every`: steps between two checkpoints."""
        self.path, self.schedule, self.every, self.parts = out.with_suffix(".state"), schedule, every, parts

    def load(self):
        if not self.path.exists():
            return
        saved = torch.load(self.path, map_location="cpu", weights_only=False)
        for name, part in self.parts.items():
            part.load_state_dict(saved[name])
        self.schedule.step = saved["step"]
        self.schedule.started -= saved["seconds"]
        log(f"going on from step {saved['step']}")

    def keep(self):
        """To be called behind each step."""
        if self.schedule.step % self.every == 0:
            seconds = time.time() - self.schedule.started
            states = {name: part.state_dict() for name, part in self.parts.items()}
            save(self.path, states | {"step": self.schedule.step, "seconds": seconds})

    def remove(self):
        self.path.unlink(missing_ok=True)
