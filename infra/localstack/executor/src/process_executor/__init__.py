"""Runs LocalStack's Java functions as processes, in AWS's Runtime Interface Emulator.

`jdk` finds the JDK of a runtime, `emulator` runs one execution environment, `plugin` hands it to LocalStack, `leash`
ends all of them with it.
"""
