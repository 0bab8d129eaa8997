using System.Diagnostics;
using System.Text;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Storage;
using Ita.App.Telemetry;
using Ita.App.Tests.Hosting;
using Ita.App.Uploads;
using Ita.Tests;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ita.App.Tests.Telemetry;

/// <summary>Traces and metrics of the app, read from OpenTelemetry's in-memory exporter. With a store of its own,
/// without a host, and not in parallel with other tests, whose spans would be recorded too.</summary>
[Collection(AloneTests.Name)]
public sealed class TraceTests : IAsyncLifetime, IDisposable
{
    private const string Agency = "TRACED-1";

    private static readonly string[] Metrics =
        ["ita.uploads", "ita.rows", "ita.results", "ita.prints", "ita.print.duration", "ita.queue.age", "ita.step.duration"];

    private readonly AzuriteStore azurite = new();
    private readonly List<Activity> spans = [];
    private readonly List<Metric> metrics = [];
    private readonly TracerProvider tracer;
    private readonly MeterProvider meter;
    private AppInProcess app = null!;
    private Caller api = null!;

    public TraceTests()
    {
        tracer = Sdk.CreateTracerProviderBuilder().AddSource(ItaTelemetry.Name, "Microsoft.AspNetCore").AddInMemoryExporter(spans).Build();
        meter = Sdk.CreateMeterProviderBuilder().AddMeter(ItaTelemetry.Name).AddInMemoryExporter(metrics).Build();
    }

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = await AppInProcess.StartAsync(azurite.ConnectionString);
        api = new(app.Address, AppOnHost.Key);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void Dispose()
    {
        api?.Dispose();
        tracer.Dispose();
        meter.Dispose();
    }

    [Fact]
    public async Task One_trace_leads_from_the_request_through_the_queue_to_the_print()
    {
        await IngestAsync();

        using var asked = await api.PostAsync($"reports/2565/{Agency}/memo");
        await DeliverAsync<RenderJob>("Render", StorageNames.Queues.Render, app.Get<RenderStep>().RunAsync);

        var print = Spans("print").Single();
        var step = Spans("step Render").Single();
        Assert.Equal(step.SpanId, print.ParentSpanId);
        Assert.Contains(Requests(), request => request.TraceId == print.TraceId && request.SpanId == step.ParentSpanId);
        Assert.Contains(Requests(), request => request.TraceId == Spans("step Ingest").Single().TraceId);
    }

    [Fact]
    public async Task A_step_that_throws_is_a_failed_span_that_names_the_kind_of_fault_and_not_its_text()
    {
        var message = Encoding.UTF8.GetBytes("""{"upload":"no-such-upload"}""");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.Get<StepRunner>().RunAsync<IngestJob>(new("Ingest"), message, app.Get<IngestStep>().RunAsync, CancellationToken.None));

        var failed = Spans("step Ingest").Single(span => span.Status == ActivityStatusCode.Error);
        Assert.Equal("System.InvalidOperationException", failed.GetTagItem("error.type"));
        Assert.Null(failed.StatusDescription);
        Assert.Contains("outcome=failed step=Ingest", Points("ita.step.duration"));
    }

    [Fact]
    public async Task Uploads_rows_results_prints_and_queue_age_are_measured_without_naming_an_agency()
    {
        await IngestAsync();
        using var asked = await api.PostAsync($"reports/2565/{Agency}/memo");
        await DeliverAsync<RenderJob>("Render", StorageNames.Queues.Render, app.Get<RenderStep>().RunAsync);

        Assert.Contains("kind=scores status=Accepted", Points("ita.uploads"));
        Assert.Contains("kind=scores outcome=good", Points("ita.rows"));
        Assert.Contains("", Points("ita.results"));
        Assert.Contains("kind=memo", Points("ita.prints"));
        Assert.Contains("kind=memo", Points("ita.print.duration"));
        Assert.Contains("step=Ingest", Points("ita.queue.age"));
        Assert.Contains("outcome=done step=Render", Points("ita.step.duration"));
        Assert.All(AllTags(), tag => Assert.DoesNotMatch($"{Agency}|traced\\.csv", tag));
    }

    private async Task IngestAsync()
    {
        await api.AcceptedAsync(ScoreFile.Bytes(ScoreFile.Whole(Agency, 90m)), "traced.csv");
        await DeliverAsync<IngestJob>("Ingest", StorageNames.Queues.Ingest, app.Get<IngestStep>().RunAsync);
    }

    // As the trigger does, a second after the message was sent.
    private async Task DeliverAsync<TJob>(string step, string queue, Func<TJob, CancellationToken, Task<string>> run)
    {
        var message = (await app.Get<StorageConnection>().Queues.GetQueueClient(queue).ReceiveMessageAsync()).Value;
        await app.Get<StepRunner>().RunAsync(
            new(step, message.InsertedOn!.Value.AddSeconds(-1), 1), message.Body.ToArray(), run, CancellationToken.None);
    }

    private List<Activity> Spans(string name)
    {
        tracer.ForceFlush();
        return [.. Mine().Where(span => span.DisplayName == name)];
    }

    private IEnumerable<Activity> Requests() => Mine().Where(span => span.Kind == ActivityKind.Server);

    // Spans are exported one by one as they end; copied, because requests of the test itself continue.
    private Activity[] Mine() => [.. spans];

    private List<string> Points(string metric)
    {
        metrics.Clear();
        meter.ForceFlush();
        var found = new List<string>();
        foreach (var one in metrics.Where(one => one.Name == metric))
        {
            foreach (ref readonly var point in one.GetMetricPoints())
            {
                found.Add(TextOf(point.Tags));
            }
        }

        return found;
    }

    private IEnumerable<string> AllTags()
    {
        var spans = Mine().Where(span => span.Source.Name == ItaTelemetry.Name)
            .SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName));
        return [.. spans, .. Metrics.SelectMany(Points)];
    }

    private static string TextOf(ReadOnlyTagCollection tags)
    {
        var text = new List<string>();
        foreach (var tag in tags)
        {
            text.Add($"{tag.Key}={tag.Value}");
        }

        return string.Join(" ", text.Order(StringComparer.Ordinal));
    }
}

/// <summary>Tests that observe the whole process, not run in parallel with others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "Alone";
}
