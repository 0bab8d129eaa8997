using System.Net;
using Azure.Data.Tables;
using Ita.App.Access;
using Ita.App.Storage;
using Ita.App.Tests.Bodies;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Surveys;

/// <summary>Keys expire, their last use is known by the day, and unknown keys are limited by address.</summary>
[Collection(AppTests.Name)]
public sealed class KeyLimitsTests(RunningApp running)
{
    // Noon in Thailand.
    private readonly HandClock clock = new("2024-05-02T05:00:00Z");

    [Theory]
    [InlineData("2024-05-01", "key-expired")]
    [InlineData("2024-05-02", null)]
    [InlineData("2024-05-03", null)]
    [InlineData(null, null)]
    public async Task A_key_is_accepted_until_the_end_of_its_last_day(string? lastDay, string? code)
    {
        var key = await MadeAsync(lastDay is null ? null : DateOnly.Parse(lastDay, CultureInfo.InvariantCulture));

        var found = await FindAsync(Callers(), key.Full);

        Assert.Equal(code, found.Refusal?.Code);
        Assert.Equal(code is null ? null : RefusalKind.KeyRequired, found.Refusal?.Kind);
    }

    [Fact]
    public async Task A_last_day_ends_at_midnight_in_Thailand()
    {
        var key = await MadeAsync(new(2024, 5, 2));
        var callers = Callers();
        clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Null((await FindAsync(callers, key.Full)).Refusal);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("key-expired", (await FindAsync(callers, key.Full)).Refusal?.Code);
    }

    [Fact]
    public async Task The_last_use_is_stored_once_a_day()
    {
        var (key, callers) = (await MadeAsync(null), Callers());
        Assert.Null((await RowAsync(key)).GetString("lastUsedOn"));

        await FindAsync(callers, key.Full);
        var first = await RowAsync(key);
        await FindAsync(callers, key.Full);
        await FindAsync(callers, $"ita-{key.Id}-wrong");
        var second = await RowAsync(key);
        clock.Advance(TimeSpan.FromHours(12));
        await FindAsync(callers, key.Full);

        Assert.Equal("2024-05-02", first.GetString("lastUsedOn"));
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal("2024-05-03", (await RowAsync(key)).GetString("lastUsedOn"));
    }

    [Fact]
    public async Task Of_a_hundred_and_sixteen_concurrent_unknown_keys_a_hundred_are_looked_up()
    {
        var callers = Callers();

        var found = await Task.WhenAll(Enumerable.Range(0, 116).Select(_ => Task.Run(() => FindAsync(callers, KeyText.New().Full))));

        Assert.Equal(100, found.Count(one => one.Refusal!.Code == "key-unknown"));
        Assert.Equal(16, found.Count(one => one.Refusal is { Code: "too-many-tries", RetryAfter: not null }));
    }

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7", "too-many-tries")]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7", "too-many-tries")]
    [InlineData("2001:db8:5:5::1", "2001:db8:5:5:8::1", "too-many-tries")]
    [InlineData("198.51.100.7", "198.51.100.8", "key-unknown")]
    [InlineData("2001:db8:5:5::1", "2001:db8:5:6::1", "key-unknown")]
    public async Task Unknown_keys_are_counted_by_address(string first, string second, string code)
    {
        var callers = Callers();
        foreach (var key in Enumerable.Range(0, 100).Select(number => number % 2 == 0 ? KeyText.New().Full : $"no key {number}"))
        {
            Assert.Equal("key-unknown", (await FindAsync(callers, key, first)).Refusal?.Code);
        }

        Assert.Equal(code, (await FindAsync(callers, KeyText.New().Full, second)).Refusal?.Code);
    }

    [Fact]
    public async Task A_key_that_was_accepted_before_and_the_operators_key_do_not_wait_for_unknown_keys()
    {
        var (key, callers) = (await MadeAsync(null), Callers());
        Assert.Null((await FindAsync(callers, key.Full)).Refusal);
        for (var tried = 0; tried < 120; tried++)
        {
            await FindAsync(callers, KeyText.New().Full);
        }

        Assert.Null((await FindAsync(callers, key.Full)).Refusal);
        Assert.Null((await FindAsync(callers, AppOnHost.Key)).Refusal);
        Assert.Equal("too-many-tries", (await FindAsync(callers, KeyText.New().Full)).Refusal?.Code);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("key-unknown", (await FindAsync(callers, KeyText.New().Full)).Refusal?.Code);
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("12345678901234567890123", false)]
    [InlineData("                      x                      ", false)]
    [InlineData("123456789012345678901234", true)]
    [InlineData("1234567890123456789012345", true)]
    [InlineData("", true)]
    public void The_app_does_not_start_with_a_short_operator_key(string key, bool isStarted)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ITA_OPERATOR_KEY", key), new("AzureWebJobsStorage", running.ConnectionString)]).Build();

        var fault = Record.Exception(() => new ServiceCollection().AddApp(configuration));

        Assert.Equal(isStarted, fault is null);
        Assert.True(isStarted || fault!.Message.Contains("ITA_OPERATOR_KEY", StringComparison.Ordinal), fault?.Message);
    }

    [Theory]
    [InlineData("2568-05-02", "day-buddhist-era")]
    [InlineData("2024-02-30", "day-impossible")]
    [InlineData("2/5/2024", "day-form")]
    [InlineData("2020-05-02", "key-expires-past")]
    public async Task A_key_with_an_unusable_last_day_is_not_made(string day, string code)
    {
        using var answer = await running.Api.PostAsync("keys", new StringContent($$"""{"scope":"assessor","expiresOn":"{{day}}"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await Caller.JsonAsync(answer);
        Assert.Equal(
            ("key-invalid", code), (problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_key_is_listed_with_its_last_day_and_its_last_use()
    {
        var made = await SurveyCalls.AcceptedAsync(
            running.Api.PostAsync("keys", new StringContent("""{"scope":"assessor","expiresOn":"2098-12-31"}""")));
        Assert.Equal("2098-12-31", made.GetProperty("expiresOn").GetString());
        using var caller = new Caller(running.App.Host.Address, made.GetProperty("key").GetString());
        await caller.JsonAsync("surveys/2567/reminders");

        var listed = (await running.Api.JsonAsync("keys")).EnumerateArray()
            .Single(key => key.GetProperty("id").GetString() == made.GetProperty("id").GetString());

        Assert.Equal("2098-12-31", listed.GetProperty("expiresOn").GetString());
        Assert.Matches("^2[0-9]{3}-[0-9]{2}-[0-9]{2}$", listed.GetProperty("lastUsedOn").GetString());
    }

    [Theory]
    [InlineData("AB+1")]
    [InlineData("ab/c")]
    [InlineData("กก?")]
    [InlineData("АВС")]
    public Task A_key_of_an_agency_whose_code_no_agency_can_have_is_not_made(string agency) =>
        BodyTests.ProblemAsync(
            running.Api.PostAsync("keys", new StringContent($$"""{"scope":"agency","agency":"{{agency}}"}""")), "key-invalid");

    private Callers Callers() => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("ITA_OPERATOR_KEY", AppOnHost.Key)]).Build(),
        new KeyTable(new OpenStorage(running.Storage)), new UnknownKeys(clock), clock);

    private async Task<KeyText> MadeAsync(DateOnly? expiresOn)
    {
        var key = KeyText.New();
        await new KeyTable(new OpenStorage(running.Storage)).AddAsync(
            new(key.Id, KeyScope.Assessor, null, null, "test", clock.GetUtcNow(), null, expiresOn), key.Hash(), default);
        return key;
    }

    private static Task<Outcome<KeyHolder>> FindAsync(Callers callers, string key, string from = "198.51.100.1")
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        context.Request.Headers.Authorization = $"Bearer {key}";
        return callers.FindHolderAsync(context);
    }

    private async Task<TableEntity> RowAsync(KeyText key) =>
        (await running.Storage.Tables.GetTableClient(StorageNames.Tables.Keys).GetEntityAsync<TableEntity>("keys", key.Id)).Value;
}
