using System.Net;
using Azure.Storage.Queues;
using Ita.App.Jobs;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Storage;
using Ita.Tests;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Pages;

/// <summary>The operator's page of the system, on a store of its own where no trigger takes the messages.</summary>
public sealed class SystemPageTests : IAsyncLifetime, IDisposable
{
    private readonly AzuriteStore azurite = new();
    private AppInProcess? app;
    private PageClient? pages;

    private PageClient Pages => pages!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = await AppInProcess.StartAsync(azurite.ConnectionString);
        pages = new(app.Address);
        await Pages.GetAsync("/system");
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void Dispose() => pages?.Dispose();

    [Fact]
    public async Task The_page_shows_the_health_the_queues_and_the_next_annual_run()
    {
        await Queue("score").SendMessageAsync("{}");

        var page = (await Pages.GetAsync("/system")).Text;

        Assert.Contains("ที่เก็บไฟล์ (blob)</th><td data-label=\"สถานะ\" class=\"keep\">ใช้ได้", page, StringComparison.Ordinal);
        Assert.Contains("class=\"note\">score</span></th><td data-label=\"รออยู่\" class=\"number\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("0 0 3 2 1 *", page, StringComparison.Ordinal);
        Assert.Contains("2\u00a0มกราคม", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ส่งกลับเข้าคิว<span", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    public async Task Failed_work_returns_to_its_queue_as_it_was(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Queue("ingest-poison").SendMessageAsync($$"""{"upload":"u{{number}}"}""");
        }

        Assert.Contains("ส่งกลับเข้าคิว<span", (await Pages.GetAsync("/system")).Text, StringComparison.Ordinal);
        var sent = await Pages.PostAsync("/system/retry", ("queue", "ingest"));

        Assert.Equal((HttpStatusCode.SeeOther, "/api/app/system?done=retried"), (sent.Status, sent.Location));
        Assert.Equal(0, await CountAsync("ingest-poison"));
        Assert.Equal(
            Enumerable.Range(0, count).Select(number => $$"""{"upload":"u{{number}}"}""").Order(StringComparer.Ordinal),
            (await BodiesAsync("ingest")).Order(StringComparer.Ordinal));
        Assert.Contains("queue-retried", (await Pages.GetAsync("/audit.csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_stays_and_the_others_are_moved()
    {
        var raw = new QueueClient(azurite.ConnectionString, "plan-poison");
        await raw.SendMessageAsync("{not base64}");
        await Queue("plan-poison").SendMessageAsync("{}");

        Assert.Equal(HttpStatusCode.SeeOther, (await Pages.PostAsync("/system/retry", ("queue", "plan"))).Status);

        Assert.Equal(1, await CountAsync("plan-poison"));
        Assert.Equal(["{}"], await BodiesAsync("plan"));
    }

    [Fact]
    public async Task Work_that_cannot_be_sent_stays_in_its_poison_queue()
    {
        await Queue("score-poison").SendMessageAsync("{}");
        await Queue("score").DeleteAsync();

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => app!.Get<PoisonQueues>().RetryAsync("score", CancellationToken.None));

        Assert.Equal(1, await CountAsync("score-poison"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("otp-letters")]
    [InlineData("ingest-poison")]
    [InlineData("nothing")]
    public async Task A_queue_without_failed_work_of_its_own_is_not_found(string queue) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Pages.PostAsync("/system/retry", ("queue", queue))).Status);

    [Theory]
    [InlineData("0 0 3 2 1 *", "2027-01-02T03:00:00Z")]
    [InlineData("0 30 9 28 11 *", "2026-11-28T09:30:00Z")]
    [InlineData("0 0 9 28 11 *", "2027-11-28T09:00:00Z")]
    [InlineData("0 0 0 31 2 *", null)]
    [InlineData("0 3 2 1 *", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_next_annual_run_follows_from_the_schedule_in_UTC(string schedule, string? expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ANNUAL_SCHEDULE", schedule)]).Build();

        var next = new AnnualSchedule(settings, new StoppedClock("2026-11-28T09:00:00Z")).FindNext();

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), next);
    }

    private QueueClient Queue(string name) => app!.Get<OpenStorage>().Connection.Queues.GetQueueClient(name);

    private async Task<int> CountAsync(string name) => (await Queue(name).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private async Task<List<string>> BodiesAsync(string name)
    {
        var bodies = new List<string>();
        while ((await Queue(name).ReceiveMessagesAsync(32)).Value is { Length: > 0 } batch)
        {
            bodies.AddRange(batch.Select(message => message.Body.ToString()));
        }

        return bodies;
    }
}
