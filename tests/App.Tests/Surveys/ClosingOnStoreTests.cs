using Azure.Data.Tables;
using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Surveys;

/// <summary>Closing, limits and passwords on a store without a host, so that messages stay where they were sent.</summary>
public sealed class ClosingOnStoreTests : IAsyncLifetime, IDisposable
{
    private const string Agency = "CLOSING";

    private readonly AzuriteStore azurite = new();
    private readonly HandClock clock = new("2024-05-01T05:00:00Z");
    private StorageConnection storage = null!;
    private PartsOfSurveys parts = null!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        storage = RunningApp.StorageOf(azurite.ConnectionString);
        await StorageSetup.CreateAsync(storage);
        parts = new PartsOfSurveys(storage, Agency, clock);
        await parts.OpenAsync();
    }

    public Task DisposeAsync() => azurite.DisposeAsync();

    public void Dispose() => parts?.Dispose();

    [Fact]
    public async Task Closing_asks_for_the_score_now_and_once_more_a_minute_later()
    {
        await parts.Get<SurveyClosing>().CloseAsync(PartsOfSurveys.Year, Agency, "test", "because", default);

        var queue = storage.Queues.GetQueueClient(StorageNames.Queues.Score);
        Assert.Equal(2, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        var visible = Assert.Single((await queue.ReceiveMessagesAsync(maxMessages: 32)).Value);
        Assert.Equal(new ScoreSurveyJob(2567, Agency), Job.Read<ScoreJob>(visible.Body.ToArray()));
    }

    [Theory]
    [InlineData("2024-06-30T16:59:59Z", false)]
    [InlineData("2024-06-30T17:00:00Z", true)]
    [InlineData("2024-07-05T00:00:00Z", true)]
    public async Task A_survey_is_closed_by_the_timer_after_its_last_day_in_Thailand_and_not_by_reading(string now, bool isClosed)
    {
        clock.Advance(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) - clock.GetUtcNow());

        await parts.Get<SurveyRegistry>().FindAsync(PartsOfSurveys.Year, Agency, default);
        Assert.NotNull((await parts.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, Agency, default))!.Respondents);

        await parts.Get<SurveyClosing>().CloseDueAsync(default);
        var record = (await parts.Get<SurveyRegistry>().FindRecordAsync(PartsOfSurveys.Year, Agency, default))!;
        Assert.Equal((isClosed, isClosed), (record.IsSettled, record.ClosedAt is not null));
        Assert.Equal(isClosed, (await parts.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, Agency, default))!.Respondents is null);
    }

    [Fact]
    public async Task Three_passwords_are_sent_to_a_subject_in_a_window_and_a_fourth_is_refused()
    {
        for (var times = 0; times < 3; times++)
        {
            Assert.NotNull(await parts.PasswordAsync("0899999993"));
        }

        var fourth = await parts.Get<PasswordIssuing>()
            .IssueAsync(new(PartsOfSurveys.Year, Agency, PartsOfSurveys.Eit, "0899999993", "192.0.2.1"), default);
        Assert.Equal(Web.RefusalKind.TooMany, fourth.Refusal?.Kind);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await parts.PasswordAsync("0899999993"));
    }

    [Fact]
    public async Task Counts_of_yesterday_are_deleted_when_a_new_row_is_added()
    {
        Assert.NotNull(await parts.PasswordAsync("0899999991"));
        var before = await LimitsAsync();
        clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.NotNull(await parts.PasswordAsync("0899999992"));

        var after = await LimitsAsync();
        Assert.NotEmpty(before);
        Assert.All(after, row => Assert.True(row.GetDateTimeOffset("window") > clock.GetUtcNow().AddDays(-1), row.RowKey));
    }

    private async Task<List<TableEntity>> LimitsAsync() =>
        await storage.Table(StorageNames.Tables.Limits).QueryAsync(null, cancellationToken: default).ToListAsync();
}
