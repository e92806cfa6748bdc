"""Each step of the plan, done by the operation that does it for people too; nothing is written past them.

A public function of a module here is an act: it gets the stage and the step, and has its name in the plan.
"""
