using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>A text in an address that no stored value can have never reaches the storage.</summary>
[Collection(AppTests.Name)]
public sealed partial class AddressTests(RunningApp running)
{
    [Theory]
    [InlineData("measures/2566/LIMITS/!plan/pictures")]
    [InlineData("measures/2566/LIMITS/%21plan/pictures")]
    [InlineData("measures/2566/LIMITS/%21plan/pictures/x")]
    [InlineData("verify/{513}")]
    [InlineData("verify/{2000}")]
    [InlineData("verify/%2F%23%3F%5C")]
    [InlineData("uploads/{513}")]
    [InlineData("uploads/{513}/errors.csv")]
    [InlineData("uploads/a%23b%3Fc")]
    [InlineData("runs/{513}")]
    [InlineData("runs/run-2566-{513}")]
    [InlineData("runs/run-2566-{513}/manifest.csv")]
    [InlineData("measures/2566/LIMITS/{513}/pictures")]
    [InlineData("measures/2566/LIMITS/m01/pictures/{2000}")]
    [InlineData("measures/2566/LIMITS/%E0%B8%81{120}%23/pictures")]
    [InlineData("reports/2566/LIMITS/{513}")]
    [InlineData("schemas/{513}.json")]
    public async Task An_id_that_cannot_exist_is_not_found(string path)
    {
        await running.Api.PutAsync("measures/2566/LIMITS", """[{"measure":"ก"}]""");
        var address = Filled(path);

        using var answer = await running.Api.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("keys/{0}")]
    [InlineData("measures/2566/LIMITS/{0}/pictures/x")]
    [InlineData("measures/2566/LIMITS/m01/pictures/{0}")]
    public async Task Nothing_is_deleted_by_an_id_that_cannot_exist(string path)
    {
        using var answer = await running.Api.SendAsync(
            HttpMethod.Delete, string.Format(CultureInfo.InvariantCulture, path, new string('A', 600)), new StringContent(""));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("reports/2566/summary?province=a%7Cb")]
    [InlineData("reports/2566/summary?type=a%7Cb")]
    [InlineData("reports/2566/summary?province={600}")]
    [InlineData("reports/2566/summary?format=html&province={101}")]
    [InlineData("reports/2566/summary?type={201}")]
    [InlineData("reports/2566/summary?type={#200}")]
    [InlineData("reports/2566/summary?format=html&type=a&province={#100}")]
    [InlineData("reports/2566/summary?province=a%0Ab")]
    [InlineData("summaries/2566?province=a%00b")]
    [InlineData("summaries/2566?type={600}")]
    [InlineData("rankings/2566?province=%E2%80%AEa")]
    [InlineData("rankings/2566?province={600}")]
    public async Task A_province_or_type_that_cannot_exist_is_refused(string path)
    {
        var address = Filled(path);

        await RefusalsTests.RefusedAsync(running.Api.GetAsync(address), HttpStatusCode.BadRequest, "address-invalid");
        if (path.StartsWith("reports", StringComparison.Ordinal))
        {
            await RefusalsTests.RefusedAsync(running.Api.PostAsync(address), HttpStatusCode.BadRequest, "address-invalid");
        }
    }

    [Fact]
    public async Task The_reason_for_revoking_a_key_has_a_limit()
    {
        using var made = await running.Api.PostAsync("keys", new StringContent("""{"scope":"assessor"}"""));
        var key = (await Caller.JsonAsync(made)).Id();

        await RefusalsTests.RefusedAsync(
            running.Api.SendAsync(HttpMethod.Delete, $"keys/{key}?reason={new string('x', 501)}", new StringContent("")),
            HttpStatusCode.BadRequest, "reason-invalid");

        Assert.Equal(
            JsonValueKind.Null,
            (await running.Api.JsonAsync("keys")).EnumerateArray().Single(one => one.Id() == key).GetProperty("revokedAt").ValueKind);
    }

    [Theory]
    [InlineData("à¹€à¸«à¸•à¸¸à¸œà¸¥à¸‚à¸­à¸‡", "member-garbled")]
    [InlineData("เหตุผล\uE000", "member-unreadable")]
    [InlineData("เหตุผล\u202E", "member-character")]
    public async Task A_reason_that_cannot_be_read_is_refused_with_its_cause(string reason, string cause)
    {
        using var answer = await running.Api.PostAsync(
            $"uploads?reason={Uri.EscapeDataString(reason)}", new StringContent(ScoreFile.Whole("REASONED", 70m)));

        var problem = await Caller.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, "reason-invalid"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(cause, problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static string Filled(string path) =>
        Count().Replace(path, match => string.Concat(
            Enumerable.Repeat(match.Groups[1].Length > 0 ? "%23" : "A", int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))));

    [GeneratedRegex(@"\{(#?)([0-9]+)\}")]
    private static partial Regex Count();
}
