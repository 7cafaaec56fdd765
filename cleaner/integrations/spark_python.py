"""Which Python the tasks of Spark run."""

from __future__ import annotations

import os
import sys

from cleaner.integrations.missing import needs

with needs("spark"):
    from pyspark.sql import SparkSession


def use_this_python(spark: SparkSession) -> None:
    """On one machine the workers are as the driver, whatever `python3` is on the path."""
    if "PYSPARK_PYTHON" in os.environ or spark.conf.get("spark.pyspark.python", None):
        return
    if spark.conf.get("spark.master", "").startswith("local"):
        spark.sparkContext.pythonExec = sys.executable
