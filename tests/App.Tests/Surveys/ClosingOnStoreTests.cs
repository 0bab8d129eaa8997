using Azure.Data.Tables;
using Ita.App.Jobs;
using Ita.App.Results;
using Ita.App.Scoring;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.Domain.Responses;
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

    /// <summary>The timer ends before its first write, after its first, and so on to the last; the next run of the timer completes the closing. Every
    /// job that either run sent is then scored, and once more.</summary>
    [Fact]
    public async Task Closing_by_the_timer_survives_the_end_of_the_process_at_any_write()
    {
        await using var app = await AppInProcess.StartAsync(azurite.ConnectionString);
        clock.Advance(TimeSpan.FromDays(90));
        await parts.Get<SurveyClosing>().CloseDueAsync(default);
        var writes = 0;
        for (var died = true; died; writes++)
        {
            var agency = FormattableString.Invariant($"KILLED-{writes}");
            await AnsweredAsync(agency);
            died = await DiesAsync(agency, writes);

            using var next = new PartsOfSurveys(storage, agency, clock);
            await next.Get<SurveyClosing>().CloseDueAsync(default);

            var record = (await next.Get<SurveyRegistry>().FindRecordAsync(PartsOfSurveys.Year, agency, default))!;
            Assert.True(record is { IsSettled: true, ClosedAt: not null }, $"{writes} writes");
            Assert.Null((await next.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, agency, default))!.Respondents);
            Assert.Empty(await RowsAsync(StorageNames.Tables.Passwords, agency));
            Assert.Empty(await RowsAsync(StorageNames.Tables.Limits, agency));
            Assert.Equal(5, await next.CountAsync());
            Assert.Equal(1, await ScoreAsync(app, agency));
            Assert.Equal(1, await ScoreAsync(app, agency));
        }

        // The time of closing, key, limits, passwords, sheets, two jobs and the mark that it is settled, at least.
        Assert.InRange(writes, 6, 40);
    }

    // A survey with five sheets and a password that is not used.
    private async Task AnsweredAsync(string agency)
    {
        using var open = new PartsOfSurveys(storage, agency, new HandClock("2024-05-01T05:00:00Z"));
        await open.OpenAsync();
        Assert.NotNull(await open.PasswordAsync("0899999990"));
        var packed = PostedSheet.Read(PartsOfSurveys.Eit, SurveyCalls.Answers("EIT1")).Sheet!.Pack();
        for (var sheet = 0; sheet < 5; sheet++)
        {
            await open.Get<ResponseTable>().AddAsync(
                PartsOfSurveys.Year, agency, "EIT1", FormattableString.Invariant($"row{sheet}"), new StoredSheet(packed, "2024-05-01"), default);
        }
    }

    private async Task<bool> DiesAsync(string agency, int writes)
    {
        using var dying = new DyingStorage(storage, azurite.ConnectionString, writes);
        using var process = new PartsOfSurveys(dying.Connection, agency, clock);
        try
        {
            await process.Get<SurveyClosing>().CloseDueAsync(default);
        }
        catch (Exception) when (dying.IsDead)
        {
            return true;
        }

        return dying.IsDead;
    }

    private static async Task<int> ScoreAsync(AppInProcess app, string agency)
    {
        await app.Get<ScoreStep>().RunAsync(new ScoreSurveyJob(PartsOfSurveys.Year.BuddhistEra, agency), default);
        return (await app.Get<ResultTable>().FindAsync(PartsOfSurveys.Year, agency, default))!.Version;
    }

    private async Task<List<TableEntity>> RowsAsync(string table, string agency) => await storage.Tables.GetTableClient(table)
        .QueryAsync<TableEntity>().Where(row => row.PartitionKey.EndsWith(agency, StringComparison.Ordinal)
            || row.PartitionKey.Contains($"{agency}+", StringComparison.Ordinal)).ToListAsync();

    private async Task<List<TableEntity>> LimitsAsync() =>
        await storage.Table(StorageNames.Tables.Limits).QueryAsync(null, cancellationToken: default).ToListAsync();
}
