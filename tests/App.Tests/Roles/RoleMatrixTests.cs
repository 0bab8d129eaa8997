using System.Net.Http.Headers;
using System.Text;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Roles;

/// <summary>
/// Calls every endpoint in every role and situation, and compares the statuses with tests/SampleData/role-matrix.csv, where reading needs a key
/// (<c>ITA_READS=keyed</c>). Run with <c>ITA_UPDATE_DOCS=1</c> to write the file anew, and review each changed status.
/// </summary>
[Collection(AppTests.Name)]
public sealed class RoleMatrixTests(RunningApp running)
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "SampleData", "role-matrix.csv");

    // A library's script, which is the same for everybody and contains many numbers.
    private const string Script = "GET /api/docs/scalar.js";

    [Fact]
    public async Task Every_endpoint_answers_every_role_as_the_matrix_says_and_shows_no_draft_to_strangers()
    {
        var data = new RoleData(running);
        await data.MakeAsync();
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        using var http = PatientClient.Of(app.Address);

        var rows = new List<string> { $"endpoint,year,{string.Join(',', data.Keys.Select(one => one.Role))}" };
        var leaks = new List<string>();
        foreach (var call in RoleCalls.List(app.Services, data))
        {
            var statuses = new List<int>();
            foreach (var (role, key) in data.Keys)
            {
                var (status, text) = await AnswerAsync(http, call, key);
                statuses.Add(status);
                if (call.Endpoint != Script && role is "no key" or "revoked" or "other" && RoleData.DraftScores.Any(score => Shows(text, score)))
                {
                    leaks.Add($"{call.Endpoint} {call.Year} {role}");
                }
            }

            rows.Add(string.Create(CultureInfo.InvariantCulture, $"\"{call.Endpoint}\",{call.Year},{string.Join(',', statuses)}"));
        }

        Assert.Equal([], leaks);
        if (Environment.GetEnvironmentVariable("ITA_UPDATE_DOCS") is not null)
        {
            await System.IO.File.WriteAllLinesAsync(File, rows);
        }

        Assert.Equal(await System.IO.File.ReadAllLinesAsync(File), rows);
    }

    private static async Task<(int Status, string Text)> AnswerAsync(HttpClient http, RoleCall call, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(call.Address, UriKind.Relative));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = call.Body is null ? null : new StringContent(call.Body.Text, Encoding.UTF8, call.Body.ContentType);
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static bool Shows(string text, string score) =>
        text.Contains(score, StringComparison.Ordinal) || text.Contains(InThaiDigits(score), StringComparison.Ordinal);

    private static string InThaiDigits(string score) =>
        string.Concat(score.Select(letter => char.IsAsciiDigit(letter) ? (char)('๐' + (letter - '0')) : letter));
}
