using Ita.App.Delivery;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Ita.App.Scoring;
using Ita.App.Storage;
using Ita.App.Uploads;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>The job queues, one function per queue.</summary>
/// <remarks>Messages are bound as bytes: bound as text, a body that is not UTF-8 would be changed.</remarks>
internal sealed class Jobs(
    StepRunner steps, IngestStep ingest, ScoreStep score, RenderStep render, RunItemStep items, RenderApartStep apart, PlanRunStep plan,
    DeliverStep deliver)
{
    [Function("Ingest")]
    public Task IngestAsync([QueueTrigger(StorageNames.Queues.Ingest)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<IngestJob>(context.Event(), job, ingest.RunAsync, cancellationToken);

    [Function("Score")]
    public Task ScoreAsync([QueueTrigger(StorageNames.Queues.Score)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<ScoreJob>(context.Event(), job, score.RunAsync, cancellationToken);

    [Function("Render")]
    public Task RenderAsync([QueueTrigger(StorageNames.Queues.Render)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RenderJob>(context.Event(), job, render.RunAsync, cancellationToken);

    [Function("RenderBatch")]
    public Task RenderBatchAsync(
        [QueueTrigger(StorageNames.Queues.RenderBatch)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RunItemJob>(context.Event(), job, items.RunAsync, cancellationToken);

    [Function("RenderApart")]
    public Task RenderApartAsync(
        [QueueTrigger(StorageNames.Queues.RenderApart)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<ApartJob>(context.Event(), job, apart.RunAsync, cancellationToken);

    [Function("PlanRun")]
    public Task PlanRunAsync([QueueTrigger(StorageNames.Queues.Plan)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<PlanJob>(context.Event(), job, plan.RunAsync, cancellationToken);

    [Function("Deliver")]
    public Task DeliverAsync(
        [QueueTrigger(StorageNames.Queues.OtpOutbox)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<DeliverJob>(context.Event(), job, deliver.RunAsync, cancellationToken);
}
