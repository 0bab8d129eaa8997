using System.Net;
using System.Net.Http.Json;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>Wrong codes are limited by address and agency, and a right code never waits for them.</summary>
[Collection(AppTests.Name)]
public sealed class WrongCodeTests(RunningApp running)
{
    private const string Noon = "2024-05-02T05:00:00Z";

    [Fact]
    public async Task A_right_code_is_accepted_whatever_strangers_and_the_same_address_sent()
    {
        var (parts, code) = await OpenAsync("WC-FLOOD");
        using var _ = parts;
        await parts.Get<LimitTable>().TakeAsync(new(PartsOfSurveys.Year, "WC-FLOOD", "wrong-code", new(1_000, TimeSpan.FromMinutes(15))), default);
        for (var address = 0; address < 107; address++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(parts, "WC-FLOOD", "AAAA-AAAA-AAAA", $"203.0.113.{address}")));
        }

        Assert.Equal("too-many-tries", (await SendAsync(parts, "WC-FLOOD", "AAAA-AAAA-AAAA", "198.51.100.1")).Refusal?.Code);
        Assert.Null((await SendAsync(parts, "WC-FLOOD", code, "198.51.100.1")).Refusal);
        Assert.Null((await SendAsync(parts, "WC-FLOOD", code, "203.0.113.1")).Refusal);
    }

    [Theory]
    [InlineData("WC-V4", 16)]
    [InlineData("WC-FEW", 11)]
    [InlineData("WC-CROWD", 50)]
    public async Task Of_concurrent_wrong_codes_of_one_address_ten_are_called_wrong(string agency, int sent)
    {
        var (parts, _) = await OpenAsync(agency);
        using var _1 = parts;

        var answers = await Task.WhenAll(Enumerable.Range(0, sent)
            .Select(_ => Task.Run(() => SendAsync(parts, agency, "AAAA-AAAA-AAAA", "203.0.113.9"))));

        Assert.Equal(10, answers.Count(answer => answer.Refusal!.Code == "code-wrong"));
        Assert.Equal(sent - 10, answers.Count(answer => answer.Refusal!.Code == "too-many-tries"));
    }

    [Fact]
    public async Task Two_processes_count_together()
    {
        var (parts, _) = await OpenAsync("WC-TWO");
        using var _1 = parts;
        using var other = new PartsOfSurveys(running, "WC-TWO", new HandClock(Noon));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(number => Task.Run(() => SendAsync(number % 2 == 0 ? parts : other, "WC-TWO", "AAAA-AAAA-AAAA", "203.0.113.9"))));

        Assert.Equal(10, answers.Count(answer => answer.Refusal!.Code == "code-wrong"));
    }

    [Theory]
    [InlineData("WC-64", "2001:db8:7:7::1", "2001:db8:7:7:ffff::2", true)]
    [InlineData("WC-65", "2001:db8:7:7::1", "2001:db8:7:8::1", false)]
    [InlineData("WC-MAPPED", "::ffff:203.0.113.5", "203.0.113.5", true)]
    [InlineData("WC-MAPPED2", "::ffff:203.0.113.5", "::ffff:203.0.113.6", false)]
    public async Task An_IPv6_network_of_64_bits_is_one_address(string agency, string first, string second, bool isSame)
    {
        var (parts, _) = await OpenAsync(agency);
        using var _1 = parts;
        for (var tried = 0; tried < 10; tried++)
        {
            Assert.Equal("code-wrong", (await SendAsync(parts, agency, "AAAA-AAAA-AAAA", first)).Refusal?.Code);
        }

        Assert.Equal(isSame ? "too-many-tries" : "code-wrong", (await SendAsync(parts, agency, "AAAA-AAAA-AAAA", second)).Refusal?.Code);
    }

    [Fact]
    public async Task A_header_with_another_address_makes_no_other_caller()
    {
        var survey = new SurveyCalls(running, "WC-HEADER");
        var code = await survey.OpenAsync();
        var statuses = new List<HttpStatusCode>();
        for (var tried = 0; tried < 12; tried++)
        {
            statuses.Add(await SendAsync(survey, "AAAA-AAAA-AAAA", $"203.0.113.{tried}"));
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Forbidden, 10), statuses.Take(10));
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2), statuses.Skip(10));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(survey, code, "203.0.113.1"));
    }

    private async Task<HttpStatusCode> SendAsync(SurveyCalls survey, string code, string forwarded)
    {
        var sheet = JsonContent.Create(new { code, nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("IIT") });
        using var answer = await running.App.Public.PostAsync($"{survey.Path}/iit/responses", sheet, ("X-Forwarded-For", forwarded));
        return answer.StatusCode;
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:DB8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("::1", "::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:c000:201", "192.0.2.1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2::/64", "2001:db8:1:2::/64")]
    [InlineData("", "")]
    public void An_address_counts_as_its_network(string address, string network) => Assert.Equal(network, ClientAddress.Network(address));

    private async Task<(PartsOfSurveys Parts, string Code)> OpenAsync(string agency)
    {
        var parts = new PartsOfSurveys(running, agency, new HandClock(Noon));
        await parts.OpenAsync();
        return (parts, (await parts.Get<CodeIssuing>().IssueAsync(PartsOfSurveys.Year, agency, "test", default)).Value!);
    }

    private static Task<Outcome<StoredPost>> SendAsync(PartsOfSurveys parts, string agency, string code, string from) =>
        parts.Get<SurveyPosting>().PostAsync(
            new(
                PartsOfSurveys.Year, agency, SurveyCalls.Form("IIT"), new Credential.Code(code), SurveyCalls.Answers("IIT"), SurveyCalls.Nonce(),
                from),
            default);
}
