using Azure.Data.Tables;
using Ita.App.Access;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>The effect of time on a password, and the state after a process was killed between two writes.</summary>
[Collection(AppTests.Name)]
public sealed class TimeAndDeathTests(RunningApp running)
{
    [Theory]
    [InlineData("TD-299", 299, true)]
    [InlineData("TD-300", 300, false)]
    [InlineData("TD-301", 301, false)]
    public async Task A_password_is_good_for_less_than_five_minutes(string agency, int seconds, bool isGood)
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, agency, clock);
        await parts.OpenAsync();
        var otp = await parts.PasswordAsync("0800000001");

        clock.Advance(TimeSpan.FromSeconds(seconds));
        var outcome = await parts.SendAsync("0800000001", otp!, SurveyCalls.Nonce());

        Assert.Equal(isGood ? null : "otp-expired", outcome.Refusal?.Code);
        Assert.Equal(isGood ? 1 : 0, await parts.CountAsync());
    }

    [Fact]
    public async Task A_day_is_a_day_in_Bangkok()
    {
        var clock = new HandClock("2024-06-30T16:59:59Z");
        using var parts = new PartsOfSurveys(running, "TD-BANGKOK", clock);
        await parts.OpenAsync();
        var otp = await parts.PasswordAsync("0800000002");
        clock.Advance(TimeSpan.FromSeconds(1));

        var outcome = await parts.SendAsync("0800000002", otp!, SurveyCalls.Nonce());

        Assert.Equal("survey-closed", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task When_killed_before_the_sheet_was_stored_only_its_sender_can_send_it_again()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "TD-CLAIMED", clock);
        await parts.OpenAsync();
        var otp = await parts.PasswordAsync("0800000003");
        var nonce = SurveyCalls.Nonce();

        // The writes of a process that was killed after it had claimed the password.
        var record = (await parts.Get<SurveyRegistry>().FindRecordAsync(PartsOfSurveys.Year, "TD-CLAIMED", default))!;
        var secrets = (await parts.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, "TD-CLAIMED", default))!;
        var post = new SurveyPost(
            PartsOfSurveys.Year,
            "TD-CLAIMED", PartsOfSurveys.Eit, new Credential.Password("0800000003", otp!), SurveyCalls.Answers("EIT1"), nonce, "");
        Assert.Null(await parts.Get<SheetProof>().RefusalAsync(post, record, new SheetKeys(secrets, "EIT1", nonce), default));
        Assert.Equal(0, await parts.CountAsync());

        Assert.Equal("otp-used", (await parts.SendAsync("0800000003", otp!, SurveyCalls.Nonce())).Refusal?.Code);
        Assert.False((await parts.SendAsync("0800000003", otp!, nonce)).Value!.IsRepeated);
        Assert.Equal(1, await parts.CountAsync());
    }

    [Fact]
    public async Task When_killed_after_the_sheet_was_stored_the_same_post_finds_it_and_another_is_refused()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var dying = new PartsOfSurveys(running, "TD-STORED", clock);
        await dying.OpenAsync();
        var otp = await dying.PasswordAsync("0800000004");
        var nonce = SurveyCalls.Nonce();
        var secrets = (await dying.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, "TD-STORED", default))!;
        var record = (await dying.Get<SurveyRegistry>().FindRecordAsync(PartsOfSurveys.Year, "TD-STORED", default))!;
        var keys = new SheetKeys(secrets, "EIT1", nonce);
        var post = new SurveyPost(
            PartsOfSurveys.Year,
            "TD-STORED", PartsOfSurveys.Eit, new Credential.Password("0800000004", otp!), SurveyCalls.Answers("EIT1"), nonce, "");
        Assert.Null(await dying.Get<SheetProof>().RefusalAsync(post, record, keys, default));
        var sheet = Ita.Domain.Responses.PostedSheet.Read(PartsOfSurveys.Eit, post.Answers).Sheet!;
        await dying.Get<ResponseTable>()
            .AddAsync(PartsOfSurveys.Year, "TD-STORED", "EIT1", keys.Row, new StoredSheet(sheet.Pack(), "2024-05-01"), default);

        using var next = new PartsOfSurveys(running, "TD-STORED", clock);
        Assert.True((await next.SendAsync("0800000004", otp!, nonce)).Value!.IsRepeated);
        Assert.True((await next.SendAsync("0800000004", otp!, SurveyCalls.Nonce())).IsRefused);
        var again = await next.PasswordAsync("0800000004");
        Assert.Equal("otp-used", (await next.SendAsync("0800000004", again!, SurveyCalls.Nonce())).Refusal?.Code);
        Assert.Equal(1, await next.CountAsync());
    }

    [Fact]
    public async Task A_closed_survey_has_no_key_no_password_and_no_timestamp_that_reveals_when_a_sheet_was_received()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "TD-FORGOTTEN", clock);
        await parts.OpenAsync();
        for (var phone = 0; phone < 6; phone++)
        {
            var otp = await parts.PasswordAsync($"081000000{phone}");
            Assert.False((await parts.SendAsync($"081000000{phone}", otp!, SurveyCalls.Nonce())).IsRefused);
        }

        var stamps = (await RowsAsync(StorageNames.Tables.Responses)).Max(row => row.Timestamp);
        Assert.Equal(6, (await RowsAsync(StorageNames.Tables.Passwords)).Count);
        await parts.Get<SurveyClosing>().CloseAsync(PartsOfSurveys.Year, "TD-FORGOTTEN", "test", "because", default);

        var sheets = await RowsAsync(StorageNames.Tables.Responses);
        Assert.Equal(6, sheets.Count);
        Assert.All(sheets, row => Assert.True(row.Timestamp > stamps));
        Assert.Empty(await RowsAsync(StorageNames.Tables.Passwords));
        Assert.Empty(await RowsAsync(StorageNames.Tables.Limits));
        Assert.Null((await parts.Get<SecretTable>().FindAsync(PartsOfSurveys.Year, "TD-FORGOTTEN", default))!.Respondents);
    }

    [Fact]
    public async Task A_sheet_sent_faster_than_it_can_be_read_is_marked_and_counts()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "TD-FAST", clock);
        await parts.OpenAsync();
        await SendShownAsync("0820000001", TimeSpan.FromSeconds((2 * PartsOfSurveys.Eit.Questions.Length) - 1));
        await SendShownAsync("0820000002", TimeSpan.FromSeconds(2 * PartsOfSurveys.Eit.Questions.Length));

        var record = (await parts.Get<SurveyRegistry>().FindRecordAsync(PartsOfSurveys.Year, "TD-FAST", default))!;
        var sheets = await parts.Get<SurveyScores>().SheetsAsync(record, PartsOfSurveys.Eit, default);
        Assert.Equal([false, true], sheets.Select(sheet => sheet.Sheet.Marks.HasFlag(Ita.Domain.Responses.SheetMarks.AnsweredFast)).Order());

        async Task SendShownAsync(string phone, TimeSpan taken)
        {
            var otp = await parts.PasswordAsync(phone);
            var nonce = Nonce.New(clock);
            clock.Advance(taken);
            Assert.False((await parts.SendAsync(phone, otp!, nonce)).IsRefused);
        }
    }

    [Fact]
    public async Task A_survey_set_to_close_at_its_minimum_closes_there()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "TD-REACHED", clock);
        using var agency =
            await running.Api.PutAsync("agencies/2567/TD-REACHED", """{"internalStaff":0,"externalStakeholders":1,"registered":true}""");
        await parts.OpenAsync();
        var framework = PartsOfSurveys.Eit.Framework;
        var closing = parts.Get<SurveyClosing>();
        await closing.SetAsync(PartsOfSurveys.Year, "TD-REACHED", new(new(2024, 1, 1), new(2024, 6, 30)), true, "test", default);
        var second = Ita.Domain.Responses.QuestionList.Find(framework, "EIT2")!;
        var assessor = new Ita.App.Access.KeyHolder("test", Ita.App.Access.KeyScope.Assessor);
        for (var sheet = 0; sheet < 20; sheet++)
        {
            await parts.Get<SurveyPosting>().PostAsync(
                new(PartsOfSurveys.Year, "TD-REACHED", second, new Credential.Key(assessor), SurveyCalls.Answers("EIT2"), SurveyCalls.Nonce(), ""),
                default);
            clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal(
            Ita.Domain.Responses.SurveyPhase.Open,
            (await parts.Get<SurveyRegistry>().FindAsync(PartsOfSurveys.Year, "TD-REACHED", default))!.Phase);
        var otp = await parts.PasswordAsync("0830000001");
        await parts.SendAsync("0830000001", otp!, SurveyCalls.Nonce());

        Assert.Equal(
            Ita.Domain.Responses.SurveyPhase.Closed,
            (await parts.Get<SurveyRegistry>().FindAsync(PartsOfSurveys.Year, "TD-REACHED", default))!.Phase);
    }

    private async Task<List<TableEntity>> RowsAsync(string table) => await running.Storage.Tables.GetTableClient(table)
        .QueryAsync<TableEntity>().Where(row => row.PartitionKey.Contains("TD-FORGOTTEN", StringComparison.Ordinal)).ToListAsync();
}
