using System.Globalization;
using System.Net;
using System.Text.Json;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;
using Xunit.Abstractions;

namespace Ita.App.Tests.Contract.Fuzz;

/// <summary>Calls every operation with values, keys and bodies that break what is not checked: no answer is a fault of the server, and
/// every answer is one that the OpenAPI document declares.</summary>
public sealed class FuzzTests(HandDriven app, ITestOutputHelper output) : IClassFixture<HandDriven>, IDisposable
{
    /// <summary>The variable for another number of calls (bench/run fuzz).</summary>
    private const string Setting = "ITA_FUZZ_CALLS";
    private const string SeedSetting = "ITA_FUZZ_SEED";
    private const int Usual = 1_000;
    private const int Seed = 13;

    private readonly HttpClient http = PatientClient.Of(app.Address);

    [Fact]
    public async Task No_call_fails_and_every_answer_is_declared()
    {
        var text = await http.GetStringAsync(new Uri("/api/openapi/v1.json", UriKind.Relative));
        var calls = new FuzzCalls(JsonDocument.Parse(text).RootElement, await PrepareAsync(), Number(SeedSetting, Seed));
        var (contract, faults, statuses) = (ApiContract.Parse(text), new List<string>(), new Dictionary<int, int>());
        for (var turn = 0; turn < Number(Setting, Usual); turn++)
        {
            var (operation, request) = calls.Next(turn);
            using var answer = await http.SendAsync(request);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (status >= 500 || await FaultAsync(contract, request, answer) is not null)
            {
                faults.Add(await DescribeAsync(contract, turn, operation, request, answer));
            }
        }

        output.WriteLine(string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}")));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
    }

    public void Dispose() => http.Dispose();

    private static int Number(string setting, int usual) =>
        Environment.GetEnvironmentVariable(setting) is { Length: > 0 } stated ? int.Parse(stated, CultureInfo.InvariantCulture) : usual;

    // Two agencies with results, a plan and a survey, and a key of each scope.
    private async Task<IReadOnlyList<string?>> PrepareAsync()
    {
        foreach (var year in (int[])[2565, 2566, 2567])
        {
            var file = ScoreFile.Whole(year, [FuzzTexts.Agency, FuzzTexts.OtherAgency], (_, _) => 80m);
            await app.Api.AcceptedAsync(ScoreFile.Bytes(file), $"{year}.csv");
            await app.DeliverAsync("Ingest", await app.TakeAsync(StorageNames.Queues.Ingest));
            using var plan = await app.Api.PutAsync($"measures/{year}/{FuzzTexts.Agency}", """[{"measure":"ก"},{"measure":"ข"}]""");
        }

        using var survey = await app.Api.PutAsync($"surveys/2567/{FuzzTexts.Agency}", """{"opens":"2025-01-01","closes":"2099-12-31"}""");
        string?[] scopes = ["""{"scope":"assessor"}""", """{"scope":"operator"}""", Of(FuzzTexts.Agency), Of(FuzzTexts.OtherAgency)];
        var keys = new List<string?> { AppOnHost.Key, null, "unknown", "ita-0123456789abcdef-x" };
        foreach (var scope in scopes)
        {
            using var made = await app.Api.PostAsync("keys", new StringContent(scope!));
            keys.Add((await Caller.JsonAsync(made)).GetProperty("key").GetString());
        }

        return keys;
    }

    private static string Of(string agency) => $$"""{"scope":"agency","agency":"{{agency}}"}""";

    private static async Task<string?> FaultAsync(ApiContract contract, HttpRequestMessage request, HttpResponseMessage answer)
    {
        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (mediaType is null && answer.StatusCode == HttpStatusCode.BadRequest)
        {
            // The server itself refuses an address with %00, before the app sees the request.
            return null;
        }

        var isJson = mediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var body = isJson ? await answer.Content.ReadAsStringAsync() : mediaType is null ? "" : "file";
        var path = new Uri(new("http://x"), request.RequestUri!).AbsolutePath;
        return contract.FaultOf(request.Method, path, (int)answer.StatusCode, mediaType, body);
    }

    private static async Task<string> DescribeAsync(
        ApiContract contract, int turn, string operation, HttpRequestMessage request, HttpResponseMessage answer)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        var fault = await FaultAsync(contract, request, answer) ?? await answer.Content.ReadAsStringAsync();
        return $"{turn} {operation}: {(int)answer.StatusCode} {request.RequestUri} {sent[..Math.Min(300, sent.Length)]} -> {fault}";
    }
}
