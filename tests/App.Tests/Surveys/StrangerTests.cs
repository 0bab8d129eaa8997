using System.Text.Json;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>Strangers at other addresses learn nothing about a respondent and cannot take the password away.</summary>
[Collection(AppTests.Name)]
public sealed class StrangerTests(RunningApp running)
{
    // Later than the clock of the running app, which deletes the shared limits of past days.
    private const string Noon = "2096-05-02T05:00:00Z";

    [Theory]
    [InlineData("ST-ONE", 1, 10)]
    [InlineData("ST-SIX", 6, 6)]
    [InlineData("ST-MANY", 30, 10)]
    public async Task Wrong_digits_from_other_addresses_leave_the_password_to_its_owner(string agency, int addresses, int triesEach)
    {
        using var parts = new PartsOfSurveys(running, agency, new HandClock(Noon));
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = (await parts.PasswordAsync("0810000001", "198.51.100.1"))!;
        var codes = new List<string?>();
        foreach (var address in Enumerable.Range(1, addresses))
        {
            for (var tried = 0; tried < triesEach && codes.Count < 60; tried++)
            {
                codes.Add((await parts.SendAsync("0810000001", Other(otp), SurveyCalls.Nonce(), from: $"203.0.113.{address}")).Refusal?.Code);
            }
        }

        Assert.Equal("otp-wrong", Assert.Single(codes.Distinct()));
        Assert.False((await parts.SendAsync("0810000001", otp, SurveyCalls.Nonce(), from: "198.51.100.1")).IsRefused);
    }

    [Fact]
    public async Task An_owner_whose_address_changed_while_strangers_guess_asks_again_and_answers()
    {
        using var parts = new PartsOfSurveys(running, "ST-MOVED", new HandClock(Noon));
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = (await parts.PasswordAsync("0810000002", "198.51.100.2"))!;
        foreach (var address in Enumerable.Range(1, 10))
        {
            await parts.SendAsync("0810000002", Other(otp), SurveyCalls.Nonce(), from: $"203.0.113.{address}");
        }

        Assert.Equal("otp-wrong", (await parts.SendAsync("0810000002", otp, SurveyCalls.Nonce(), from: "198.51.100.3")).Refusal?.Code);
        var again = (await parts.PasswordAsync("0810000002", "198.51.100.3"))!;
        Assert.False((await parts.SendAsync("0810000002", again, SurveyCalls.Nonce(), from: "198.51.100.3")).IsRefused);
    }

    [Fact]
    public async Task The_reason_is_told_for_right_digits_only()
    {
        var clock = new HandClock(Noon);
        using var parts = new PartsOfSurveys(running, "ST-REASON", clock);
        await parts.OpenAsync(closes: "2099-12-31");
        var used = (await parts.PasswordAsync("0810000003"))!;
        Assert.False((await parts.SendAsync("0810000003", used, SurveyCalls.Nonce())).IsRefused);
        var expired = (await parts.PasswordAsync("0810000004"))!;
        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("otp-used", await CodeAsync("0810000003", used));
        Assert.Equal("otp-expired", await CodeAsync("0810000004", expired));
        Assert.Equal("otp-wrong", await CodeAsync("0810000003", Other(used)));
        Assert.Equal("otp-wrong", await CodeAsync("0810000004", Other(expired)));
        Assert.Equal("otp-wrong", await CodeAsync("0810000005", "123456"));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("otp-wrong", await CodeAsync("0810000003", used));

        async Task<string?> CodeAsync(string phone, string digits) => (await parts.SendAsync(phone, digits, SurveyCalls.Nonce())).Refusal?.Code;
    }

    [Fact]
    public async Task A_wrong_attempt_writes_one_row_whether_the_subject_never_asked_asked_or_has_answered()
    {
        using var parts = new PartsOfSurveys(running, "ST-ROWS", new HandClock(Noon));
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = (await parts.PasswordAsync("0810000006"))!;
        Assert.False((await parts.SendAsync("0810000006", otp, SurveyCalls.Nonce())).IsRefused);
        var asked = (await parts.PasswordAsync("0810000007"))!;
        await parts.SendAsync("0810000006", Other(otp), SurveyCalls.Nonce(), from: "203.0.113.1");
        await parts.SendAsync("0810000007", Other(asked), SurveyCalls.Nonce(), from: "203.0.113.1");
        await parts.SendAsync("0810000008", "000000", SurveyCalls.Nonce(), from: "203.0.113.1");

        var rows = await running.Storage.Tables.GetTableClient(StorageNames.Tables.Passwords)
            .QueryAsync<Azure.Data.Tables.TableEntity>().Where(row => row.PartitionKey.Contains("ST-ROWS", StringComparison.Ordinal)).ToListAsync();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(1, JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString("guesses"))!.Values.Sum()));
    }

    [Fact]
    public async Task Of_sixteen_concurrent_wrong_passwords_of_one_address_ten_are_tried()
    {
        using var parts = new PartsOfSurveys(running, "ST-SIXTEEN", new HandClock(Noon));
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = (await parts.PasswordAsync("0810000009"))!;

        var sent = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => parts.SendAsync("0810000009", Other(otp), SurveyCalls.Nonce())));

        Assert.Equal(
            [("otp-wrong", 10), ("too-many-tries", 6)],
            sent.GroupBy(one => one.Refusal!.Code).Select(group => (group.Key, group.Count())).Order());
    }

    [Fact]
    public async Task An_address_with_a_hundred_wrong_passwords_makes_no_more_rows_and_people_who_asked_from_it_still_answer()
    {
        using var parts = new PartsOfSurveys(running, "ST-HUNDRED", new HandClock("2096-05-06T05:00:00Z"));
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = (await parts.PasswordAsync("0810000020", "100.64.0.2"))!;
        var elsewhere = (await parts.PasswordAsync("0810000021", "100.64.0.3"))!;
        var codes = new List<string?>();
        for (var phone = 0; phone < 103; phone++)
        {
            codes.Add((await parts.SendAsync($"083{phone:0000000}", "123456", SurveyCalls.Nonce(), from: "100.64.0.2")).Refusal?.Code);
        }

        Assert.Equal([("otp-wrong", 100), ("too-many-tries", 3)], codes.GroupBy(code => code!).Select(group => (group.Key, group.Count())));
        var rows = await running.Storage.Tables.GetTableClient(StorageNames.Tables.Passwords)
            .QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync(row => row.PartitionKey.Contains("ST-HUNDRED", StringComparison.Ordinal));
        Assert.Equal(102, rows);
        Assert.Equal("too-many-tries", (await parts.SendAsync("0810000021", elsewhere, SurveyCalls.Nonce(), from: "100.64.0.2")).Refusal?.Code);
        Assert.False((await parts.SendAsync("0810000020", otp, SurveyCalls.Nonce(), from: "100.64.0.2")).IsRefused);
    }

    private static string Other(string otp) => otp == "000000" ? "000001" : "000000";
}
