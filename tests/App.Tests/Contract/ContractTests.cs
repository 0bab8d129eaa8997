using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.App.Web;
using Ita.Tests;

namespace Ita.App.Tests.Contract;

/// <summary>Calls every operation of the OpenAPI document successfully. <see cref="ContractHandler"/> compares each
/// response with the document.</summary>
[Collection(AppTests.Name)]
public sealed class ContractTests(RunningApp running)
{
    private const string Agency = "CONTRACT";
    private const string Result = $"results/2565/{Agency}";
    private const string Measures = $"measures/2565/{Agency}";
    private const string Survey = $"surveys/2567/{Agency}";

    private Caller Api => running.Api;

    [Fact]
    public async Task Every_operation_responds_as_documented()
    {
        await CallUploadsAsync();
        await CallResultsAsync();
        await CallMeasuresAsync();
        await CallAppealsAsync();
        await CallReportsAsync();
        await CallSurveysAsync();
        await CallRunsAsync();
        await CallAccessAsync();

        var operations = ApiContract.Parse(await DocumentAsync()).Operations;
        Assert.Equal([], operations.Except(Api.Succeeded.Union(running.App.Public.Succeeded)));
    }

    [Fact]
    public async Task Every_operation_declares_the_body_of_its_success_and_its_problems()
    {
        var document = JsonDocument.Parse(await DocumentAsync()).RootElement;
        foreach (var (call, responses) in Operations(document).Select(one => (one.Call, one.Operation.GetProperty("responses"))))
        {
            var success = responses.EnumerateObject().Where(response => response.Name[0] == '2').ToList();
            Assert.True(success.Count > 0, $"{call} declares no success.");
            Assert.All(success, response =>
                Assert.True(response.Name == "204" || response.Value.TryGetProperty("content", out _), $"{call} {response.Name} has no body."));
            Assert.True(
                responses.TryGetProperty("400", out var invalid) && invalid.GetProperty("content").TryGetProperty("application/problem+json", out _),
                call);
        }
    }

    [Fact]
    public async Task Parameters_and_keys_of_the_known_operations_never_change()
    {
        var document = JsonDocument.Parse(await DocumentAsync()).RootElement;
        var requests = Operations(document).Select(one =>
            $"{one.Call} {Parameters(one.Operation)}{(one.Operation.TryGetProperty("security", out _) ? " key" : "")}".TrimEnd())
            .ToHashSet(StringComparer.Ordinal);

        var known = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "SampleData", "api-requests.txt"));
        Assert.Equal([], known.Except(requests));
    }

    private async Task CallUploadsAsync()
    {
        await GetAsync("frameworks", "frameworks/2565", "sample-size?fiscalYear=2567&internal=40", "schemas/result.json");
        await GetAsync("frameworks/schema.json", "frameworks/2567/versions", "frameworks/2567/versions/2567.2", "frameworks/2567/form.xlsx");
        await Api.PutAsync(2572, InventedYear.Framework(2572));
        using var invented = new StringContent(InventedYear.Framework(2572).ToJsonString());
        using var valid = await Api.PostAsync("frameworks/check", invented);
        Assert.Equal(HttpStatusCode.OK, valid.StatusCode);
        await GetAsync("templates/scores.csv", "templates/scores.xlsx");
        var upload = await Api.SentAsync(ScoreFile.Whole(Agency, 80m));
        await Api.SentAsync(ScoreFile.Whole(2566, [Agency], (_, _) => 90m));
        using var rehearsal = await Api.PostAsync("uploads?dryRun=true", new StringContent(ScoreFile.Whole(Agency, 70m)));
        Assert.Equal(HttpStatusCode.OK, rehearsal.StatusCode);
        await GetAsync("uploads", $"uploads/{upload.Id()}", $"uploads/{upload.Id()}/errors.csv", $"uploads/{upload.Id()}/errors.xlsx");
        await PutAsync(
            $"agencies/2565/{Agency}",
            """{"agencyName":"หน่วยงานตัวอย่าง","internalStaff":40,"externalStakeholders":50,"registered":true}""");
        await GetAsync($"agencies/2565/{Agency}");
    }

    private async Task CallResultsAsync()
    {
        await GetAsync("results", "results/2565", "results/2565?format=csv", Result, $"{Result}?format=csv", $"{Result}/versions", $"{Result}/diff");
        await GetAsync(
            $"{Result}/analysis", $"{Result}/plan", $"{Result}/evidence", "rankings/2565", "rankings/2565?format=csv", $"rankings/2565/{Agency}");
        await GetAsync("results/2565?format=xlsx", $"{Result}?format=xlsx", "rankings/2565?format=xlsx");
        await GetAsync("summaries/2565", $"{Result}/chart.svg");
        await PostAsync($"{Result}/publish", """{"reason":"ครบกำหนด"}""");
    }

    private async Task CallMeasuresAsync()
    {
        await PutAsync(Measures, """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        using var patched = await Api.SendAsync(HttpMethod.Patch, $"{Measures}/m01", new StringContent("""{"percent":50}"""));
        await GetAsync($"remarks/2565/{Agency}");
        await GetAsync(Measures, $"{Measures}/coverage", $"{Measures}/suggestions", $"{Measures}/effects");
        using var added = await Api.PostAsync($"{Measures}/m01/pictures", new ByteArrayContent(PictureFiles.Png(30, 20)));
        var picture = (await Caller.JsonAsync(added)).Id();
        await GetAsync($"{Measures}/m01/pictures", $"{Measures}/m01/pictures/{picture}");
        await DeleteAsync($"{Measures}/m01/pictures/{picture}");
    }

    // The days hold for all agencies of the year, so they end with this.
    private async Task CallAppealsAsync()
    {
        const string Days = "appeals/2564";
        await Api.SentAsync(ScoreFile.Whole(2564, [Agency], (_, _) => 80m));
        await PutAsync(Days, """{"opens":"2020-10-01","closes":"2199-12-30","answersBy":"2199-12-31"}""");
        foreach (var item in (string[])["O1", "O2"])
        {
            await PostAsync($"{Days}/{Agency}", $$"""{"items":["{{item}}"],"comment":"ขอทบทวน","evidence":[]}""");
        }

        await PostAsync($"{Days}/{Agency}/1/withdraw", "");
        await PostAsync($"{Days}/{Agency}/2/answer", """{"accepts":false,"answer":"ไม่พบหลักฐาน","scores":[]}""");
        await GetAsync(Days, $"{Days}/{Agency}");
        await PutAsync(Days, """{"opens":"2020-10-01","closes":"2020-10-01","answersBy":"2020-10-01"}""");
    }

    private async Task CallSettingsAsync()
    {
        await PutAsync($"reports/2565/{Agency}/settings", """{"lowLimit":90,"digits":[{"digits":"arabic"}]}""");
        await GetAsync($"reports/2565/{Agency}/settings");
        foreach (var emblem in (string[])["emblem", $"reports/2565/{Agency}/emblem"])
        {
            using var put = await Api.SendAsync(HttpMethod.Put, emblem, new ByteArrayContent(PictureFiles.Png(30, 20)));
            Assert.Equal(HttpStatusCode.OK, put.StatusCode);
            await GetAsync(emblem);
            await DeleteAsync(emblem);
        }
    }

    private async Task CallReportsAsync()
    {
        await CallSettingsAsync();
        var (report, summary) = ($"reports/2565/{Agency}/memo", "reports/2565/summary?province=ไม่มีจังหวัดนี้");
        await PutAsync($"{report}/head", """{"addressee":"นายก","signatories":[],"address":[],"contact":[],"copiesTo":[]}""");
        await GetAsync($"{report}/head");
        var seal = (await Api.PrintedAsync(report)).Id();
        await GetAsync($"{report}?format=pdf", $"{report}?format=html", $"{report}?format=docx", $"verify/{seal}");
        using var unknown = await Api.PostAsync(summary);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await Api.PrintedAsync("reports/2565/summary");
    }

    private async Task CallSurveysAsync()
    {
        var survey = new SurveyCalls(running, Agency);
        var code = await survey.OpenAsync();
        using var sheet = await survey.SendIitAsync(code, SurveyCalls.Answers("IIT"));
        Assert.NotNull(await survey.PasswordAsync("0812345678"));
        await GetAsync(
            Survey, $"{Survey}/quality", "surveys/2567/reminders", $"{Survey}/eit/poster?format=html", $"{Survey}/iit/letter?format=docx");
        await PostAsync($"{Survey}/iit/letter?format=html", JsonSerializer.Serialize(new { code }));
        await survey.CloseAsync();
        await PostAsync($"{Survey}/reopen", """{"closes":"2099-12-31","reason":"ขยายเวลา"}""");
    }

    private async Task CallRunsAsync()
    {
        var order = $$"""{"fiscalYear":2565,"scope":{"agencies":["{{Agency}}"]},"kinds":["result"],"only":"all"}""";
        using var started = await Api.PostAsync("runs", new StringContent(order));
        var run = $"runs/{(await Caller.JsonAsync(started)).Id()}";
        await GetAsync("runs", run, $"{run}/manifest.csv", $"{run}/manifest.xlsx", $"{run}/reports.zip");
        foreach (var verb in new[] { "pause", "resume", "cancel", "resume", "retry" })
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    using var answer = await Api.PostAsync($"{run}/{verb}");
                    return answer.StatusCode != HttpStatusCode.Conflict || verb == "pause";
                },
                $"{verb} of {run}");
            if (!Api.Succeeded.Contains($"POST /api/v1/runs/{{id}}/{verb}"))
            {
                // The run had finished; requested again, it is planned again.
                using var again = await Api.PostAsync("runs", new StringContent(order));
                using var answer = await Api.PostAsync($"{run}/{verb}");
            }
        }
    }

    private async Task CallAccessAsync()
    {
        using var created = await Api.PostAsync("keys", new StringContent("""{"scope":"assessor","note":"contract"}"""));
        var key = (await Caller.JsonAsync(created)).Id();
        await GetAsync("keys", "audit");
        await DeleteAsync($"keys/{key}");
    }

    private async Task GetAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = await Api.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task PutAsync(string path, string json)
    {
        using var answer = await Api.PutAsync(path, json);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task PostAsync(string path, string json)
    {
        using var answer = await Api.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task DeleteAsync(string path)
    {
        using var answer = await Api.SendAsync(HttpMethod.Delete, path, new StringContent(""));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }

    private async Task<string> DocumentAsync()
    {
        using var answer = await running.App.Public.GetAsync("/api/openapi/v1.json");
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<(string Call, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value);

    private static string Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? string.Join(' ', parameters.EnumerateArray().Select(one =>
            $"{one.GetProperty("in").GetString()}:{one.GetProperty("name").GetString()}={JsonSerializer.Serialize(one.GetProperty("schema"))}"))
        : "";
}
