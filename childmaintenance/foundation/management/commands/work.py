"""./run work: take jobs from the queue and do them, until told to stop; also what a killed worker left behind."""

import asyncio
import os
from argparse import ArgumentParser
from typing import Any

import psycopg
from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app as jobs
from procrastinate.exceptions import ConnectorException

from childmaintenance.foundation.logs import log

BEAT = 3.0  # seconds between two signs of life


class Command(BaseCommand):
    """As many of these as there is work for; each takes a job at a time from the others' sight."""

    help = "Do the jobs in the queue."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at once in this process")
        parser.add_argument("--queues", default="", help="only these queues, with commas between")
        parser.add_argument(
            "--stalled-after",
            type=float,
            default=12.0,
            help="seconds without a sign of life until a worker counts as dead",
        )
        parser.add_argument("--until-empty", action="store_true", help="stop when nothing is left to do")

    def handle(self, *args: Any, **options: Any) -> None:
        queues = [name.strip() for name in options["queues"].split(",") if name.strip()] or None
        log.info("worker starts", process=os.getpid())
        asyncio.run(work(queues, options["concurrency"], options["stalled_after"], until_empty=options["until_empty"]))
        log.info("worker stopped", process=os.getpid())


async def work(queues: list[str] | None, concurrency: int, stalled_after: float, *, until_empty: bool) -> None:
    """Work with a connection of the queue's own, so that what the jobs themselves defer stays in their own transaction."""
    worker = jobs.with_connector(jobs.connector.get_worker_connector())  # type: ignore[attr-defined]
    async with worker.open_async():
        reclaiming = asyncio.create_task(reclaim(worker, stalled_after))
        try:
            await worker.run_worker_async(
                name=f"worker-{os.getpid()}",
                queues=queues,  # type: ignore[arg-type]
                concurrency=concurrency,
                wait=not until_empty,
                delete_jobs="successful",
                update_heartbeat_interval=min(BEAT, stalled_after / 4),
                stalled_worker_timeout=stalled_after,
                shutdown_graceful_timeout=20,
            )
        finally:
            reclaiming.cancel()


async def reclaim(worker: Any, stalled_after: float) -> None:
    """Put back, again and again, the jobs of workers that show no sign of life: their transactions were undone with them."""
    while True:
        try:
            await worker.job_manager.prune_stalled_workers(stalled_after)
            for job in await worker.job_manager.get_stalled_jobs(seconds_since_heartbeat=stalled_after):
                log.warning("job taken back from a dead worker", job=job.id, task=job.task_name)
                await worker.job_manager.retry_job(job)
        except (ConnectorException, psycopg.Error) as failure:
            log.warning("stalled jobs could not be looked for", exception=type(failure).__name__)
        await asyncio.sleep(min(BEAT, stalled_after / 4))
