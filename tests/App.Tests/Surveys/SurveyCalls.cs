using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>The requests of respondents and assessors, for one agency of 2567.</summary>
internal sealed class SurveyCalls(RunningApp running, string agency, int year = 2567)
{
    private static int nonces;

    public string Path => $"surveys/{year}/{agency}";

    public static QuestionList Form(string code, int year = 2567) =>
        QuestionList.Find(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)), code)!;

    public static string Nonce() => string.Create(CultureInfo.InvariantCulture, $"nonce-of-the-tests-{Interlocked.Increment(ref nonces)}");

    /// <summary>Answers every question with the option of one number, or the last one if there are fewer.</summary>
    public static Dictionary<string, string> Answers(string form, int option = 1, int year = 2567) => Form(form, year).Questions.ToDictionary(
        question => question.Code, question => Math.Min(option, question.Options.Length).ToString(CultureInfo.InvariantCulture));

    /// <summary>Registers an agency, opens its survey and returns the agency's code.</summary>
    public async Task<string> OpenAsync(int internalStaff = 40, int externalStakeholders = 50, string more = "")
    {
        using var agencyPut = await running.Api.PutAsync(
            $"agencies/{year}/{agency}",
            JsonSerializer.Serialize(new { agencyName = "หน่วยงานตัวอย่าง", internalStaff, externalStakeholders, registered = true }));
        Assert.Equal(HttpStatusCode.OK, agencyPut.StatusCode);
        using var put = await running.Api.PutAsync(Path, $$"""{"opens":"2025-01-01","closes":"2099-12-31"{{more}}}""");
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        return await NewCodeAsync();
    }

    public async Task<string> NewCodeAsync()
    {
        using var answer = await running.Api.PostAsync($"{Path}/iit/code");
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await Caller.JsonAsync(answer)).GetProperty("code").GetString()!;
    }

    public Task<HttpResponseMessage> PostAsync(string path, object fields) =>
        running.App.Public.PostAsync($"{Path}/{path}", JsonContent.Create(fields));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => running.App.Public.PostAsync($"{Path}/{path}", content);

    public Task<HttpResponseMessage> SendIitAsync(string code, Dictionary<string, string> answers, string? nonce = null) =>
        PostAsync("iit/responses", new { code, nonce = nonce ?? Nonce(), answers });

    public Task<HttpResponseMessage> SendEitAsync(string phone, string otp, Dictionary<string, string> answers, string? nonce = null) =>
        PostAsync("eit/responses", new { phone, otp, nonce = nonce ?? Nonce(), answers });

    /// <summary>The one-time password, as the app returns it in tests; null when none was created.</summary>
    public async Task<string?> PasswordAsync(string phone)
    {
        using var answer = await PostAsync("eit/otp", new { phone });
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await Caller.JsonAsync(answer)).GetProperty("otp").GetString();
    }

    public async Task<JsonElement> MeterAsync(string form) =>
        (await running.App.Public.JsonAsync(Path)).GetProperty("forms").EnumerateArray().Single(one => one.GetProperty("survey").GetString() == form);

    public async Task<int> GotAsync(string form) => (await MeterAsync(form)).GetProperty("got").GetInt32();

    public Task<HttpResponseMessage> MoveAsync(string move, string json) =>
        running.Api.PostAsync($"{Path}/{move}", new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task CloseAsync(string reason = "ครบกำหนด")
    {
        using var answer = await MoveAsync("close", $$"""{"reason":"{{reason}}"}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits for the first result of the agency.</summary>
    public Task<JsonElement> ScoredAsync() => Eventually.AsWishedAsync(
        async () =>
        {
            using var answer = await running.Api.GetAsync($"results/{year}/{agency}");
            return await Caller.JsonAsync(answer);
        },
        result => result.TryGetProperty("version", out _),
        $"a result of {agency}");

    public static async Task<(HttpStatusCode Status, JsonElement Body)> AnswerAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return (answer.StatusCode, await Caller.JsonAsync(answer));
    }

    public static async Task<JsonElement> AcceptedAsync(Task<HttpResponseMessage> asking, HttpStatusCode status = HttpStatusCode.Created)
    {
        var (got, body) = await AnswerAsync(asking);
        Assert.True(got == status, $"{got}: {body}");
        return body;
    }
}
