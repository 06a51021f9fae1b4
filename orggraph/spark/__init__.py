"""Ask a graph on Apache Spark, when it is past one machine, or when many ask at once.

>>> from orggraph.spark import SparkGraph
>>> with SparkGraph("tables/") as org:                            # doctest: +SKIP
...     org.paths([("følgegruppen", "kd-net")]).show()
...     org.counts().orderBy("subordinates", ascending=False).show(10)

The tables are those of ``orggraph convert DATA tables/ --to parquet``. The questions are the SQL of
`orggraph.sql`, and the answers those of `orggraph.OrgGraph`.

What it costs, in local mode on two cores with 1,000,000 nodes, 1,050,000 reporting lines among
1,500,000 relations, and 7 levels (PySpark 4.3, Java 17; in seconds of processor time, since the
cores were shared; what passed between tasks in MB):

=====================================  ======  =======
the first question, which reads it all      6       25
paths of 1,000 pairs                      3.8       30
chains of 1,000 nodes                     3.2        1
all 999,999 subordinates of the top        12      117
chains of all nodes, 7,800,000 rows        68      630
=====================================  ======  =======

Java takes 7 s to start, and 2.7 to 4.7 GB. On the clock, with nothing else on the cores, the first
question took 14.5 s, then 1,000 paths 5.9 s, 1,000 chains 5.5 s, all subordinates of the top 9.8 s,
and the counts of rules 55 s. On paper, and not tried: 1,000,000,000 nodes of 10 levels
are a thousand times the lines and 1.4 times the levels, so a thousand pairs take 5,400 s of the
processor, all below the top 17,600 s and 170 GB between tasks, all chains 98,000 s and 0.9 TB. On
100 cores that is 1, 3 and 16 minutes at best: where nothing waits, and no executor spills.

Spark is a batch engine: of a graph that one machine holds, ask orggraph itself.
"""

from orggraph.spark.graph import SparkGraph

__all__ = ["SparkGraph"]
