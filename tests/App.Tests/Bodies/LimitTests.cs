using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>Texts, lists and ids have limits, which the refusal names; nothing above them reaches the storage.</summary>
[Collection(AppTests.Name)]
public sealed class LimitTests(RunningApp running)
{
    [Theory]
    [InlineData("measure", 10_000)]
    [InlineData("result", 10_000)]
    [InlineData("monitoring", 10_000)]
    [InlineData("responsible", 1_000)]
    [InlineData("period", 1_000)]
    public async Task A_text_of_a_measure_has_a_limit(string member, int limit)
    {
        foreach (var letters in (int[])[limit - 1, limit, limit + 1, 33_000])
        {
            var measure = member == "measure" ? "" : "\"measure\":\"ก\",";
            using var answer = await running.Api.PutAsync("measures/2566/LIMITS", $$"""[{{{measure}}"{{member}}":"{{Letters(letters)}}"}]""");
            await CheckAsync(answer, letters <= limit, "measures-invalid", limit);
        }
    }

    [Theory]
    [InlineData("agencyName", 300)]
    [InlineData("agencyType", 200)]
    [InlineData("district", 100)]
    public async Task A_text_of_an_agency_has_a_limit(string member, int limit)
    {
        foreach (var letters in (int[])[limit - 1, limit, limit + 1, 40_000])
        {
            using var answer = await running.Api.PutAsync("agencies/2566/LIMITS", $$"""{"{{member}}":"{{Letters(letters)}}"}""");
            await CheckAsync(answer, letters <= limit, "agency-invalid", limit);
        }
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(10_000)]
    public async Task A_measure_has_at_most_100_steps(int steps)
    {
        var list = string.Join(',', Enumerable.Repeat("\"ก\"", steps));
        using var answer = await running.Api.PutAsync("measures/2566/LIMITSTEPS", $$"""[{"measure":"ก","steps":[{{list}}]}]""");
        await CheckAsync(answer, steps <= 100, "measures-invalid", 100);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    public async Task A_plan_has_at_most_50_measures(int measures)
    {
        var list = string.Join(',', Enumerable.Repeat("""{"measure":"ก"}""", measures));
        using var answer = await running.Api.PutAsync("measures/2566/LIMITPLAN", $"[{list}]");
        await CheckAsync(answer, measures <= 50, "measures-invalid", 50);
    }

    [Theory]
    [InlineData(1, 3, 9_500, null)]
    [InlineData(1, 4, 9_500, "measure-too-large")]
    [InlineData(50, 1, 9_500, null)]
    [InlineData(50, 2, 9_500, "plan-too-large")]
    [InlineData(50, 3, 7_000, "plan-too-large")]
    public async Task What_a_plan_takes_in_the_storage_is_limited(int measures, int steps, int letters, string? code)
    {
        var one = $$"""{"measure":"ก","steps":[{{string.Join(',', Enumerable.Repeat($"\"{Letters(letters)}\"", steps))}}]}""";

        using var answer = await running.Api.PutAsync("measures/2566/LIMITSIZE", $"[{string.Join(',', Enumerable.Repeat(one, measures))}]");

        Assert.Equal(code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (code is not null)
        {
            Assert.Contains(BodyTests.Errors(await Caller.JsonAsync(answer)), error => error.Code == code);
        }
    }

    [Fact]
    public async Task A_measure_that_grows_by_patches_has_the_same_limit()
    {
        using var put = await running.Api.PutAsync("measures/2566/LIMITGROW", $$"""[{"measure":"ก","result":"{{Letters(10_000)}}"}]""");
        using var first = await PatchAsync("monitoring", Letters(10_000));
        using var second = await PatchAsync("measure", Letters(10_000));
        using var third = await running.Api.SendAsync(
            HttpMethod.Patch, "measures/2566/LIMITGROW/m01", new StringContent($$"""{"steps":["{{Letters(3_000)}}"]}"""));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, third.StatusCode);
        Assert.Equal(10_000, (await running.Api.JsonAsync("measures/2566/LIMITGROW")).GetProperty("measures")[0]
            .GetProperty("measure").GetProperty("result").GetString()!.Length);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(600, false)]
    public async Task The_id_of_a_measure_has_a_limit(int letters, bool isTaken)
    {
        using var answer = await running.Api.PutAsync("measures/2566/LIMITID", $$"""[{"measure":"ก","id":"{{Letters(letters)}}"}]""");
        await CheckAsync(answer, isTaken, "measures-invalid", 64);
    }

    private static string Letters(int count) => new('ก', count);

    private static async Task CheckAsync(HttpResponseMessage answer, bool isTaken, string code, int limit)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.StatusCode == (isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest),
            $"{answer.StatusCode} {text[..Math.Min(500, text.Length)]}");
        if (!isTaken)
        {
            var problem = await Caller.JsonAsync(answer);
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.Contains(limit.ToString(CultureInfo.InvariantCulture), problem.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
        }
    }

    private Task<HttpResponseMessage> PatchAsync(string member, string text) => running.Api.SendAsync(
        HttpMethod.Patch, "measures/2566/LIMITGROW/m01", new StringContent($$"""{"{{member}}":"{{text}}"}"""));
}
