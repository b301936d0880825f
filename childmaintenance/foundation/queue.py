"""Doing the jobs in the queue here and now, in this thread and its connection: for tests and for the town's builder."""

import inspect
import json
import time

from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate import sql
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status


def run_until_empty() -> int:
    """Do every job that is due, and those that they bring about; returns how many. The first failure is raised."""
    connector = app.connector.get_sync_connector()
    worker = connector.execute_query_one(query=sql.queries["register_worker"])["worker_id"]
    done = 0
    try:
        while (row := connector.execute_query_one(query=sql.queries["fetch_job"], queues=None, worker_id=worker))["id"]:
            job = Job.from_row({**row, "args": json.loads(row["args"])})  # Django's connection hands JSON over as text
            try:
                with transaction.atomic():
                    run_one(job)
            except Exception:
                finish(job, Status.FAILED)
                raise
            finish(job, Status.SUCCEEDED)
            done += 1
    finally:
        connector.execute_query(query=sql.queries["unregister_worker"], worker_id=worker)
    return done


def run_one(job: Job) -> None:
    """Call the job's function with what it was deferred with."""
    task = app.tasks[job.task_name]
    first = (
        [JobContext(app=app, job=job, start_timestamp=time.time(), abort_reason=lambda: None)]
        if task.pass_context
        else []
    )
    function = async_to_sync(task.func) if inspect.iscoroutinefunction(task.func) else task.func
    function(*first, **job.task_kwargs)


def finish(job: Job, status: Status) -> None:
    """Take a job that went well out of the queue; keep a failed one, to be looked at."""
    app.connector.get_sync_connector().execute_query(
        query=sql.queries["finish_job"], job_id=job.id, status=status.value, delete_job=status is Status.SUCCEEDED
    )
