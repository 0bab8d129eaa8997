using System.Text.Json;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Bench.Material;

/// <summary>Agencies with open surveys, and sheets to send to them.</summary>
public sealed class OpenSurveys
{
    private const string Survey = "IIT";
    private const int People = 1000;

    private readonly int year;
    private readonly QuestionList questions;
    private readonly Random chance;
    private readonly List<(string Path, string Code)> agencies = [];

    private OpenSurveys(int year, int seed)
    {
        this.year = year;
        chance = new(seed);
        questions = QuestionList.Find(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)), Survey)
            ?? throw new FormatException($"{year} has no {Survey} whose questions are known.");
    }

    /// <param name="seed">The same seed gives the same answers.</param>
    public static async Task<OpenSurveys> MakeAsync(RunningApp app, int year, int agencies, int seed)
    {
        var surveys = new OpenSurveys(year, seed);
        for (var number = 1; number <= agencies; number++)
        {
            await surveys.OpenAsync(app, $"SURVEY-{number}");
        }

        return surveys;
    }

    /// <summary>Random sheets, one agency after the other in turn, each with its own nonce.</summary>
    public List<(string Path, byte[] Sheet)> Sheets(int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var (path, code) = agencies[number % agencies.Count];
        var nonce = string.Create(CultureInfo.InvariantCulture, $"bench-{chance.NextInt64():x16}{chance.NextInt64():x16}");
        var answers = questions.Questions.ToDictionary(
            question => question.Code, question => (chance.Next(question.Options.Length) + 1).ToString(CultureInfo.InvariantCulture));
        return ($"{path}/iit/responses", JsonSerializer.SerializeToUtf8Bytes(new { code, nonce, answers }));
    })];

    /// <summary>The number of sheets that the app reports.</summary>
    public async Task<int> CountAsync(RunningApp app)
    {
        var count = 0;
        foreach (var (path, _) in agencies)
        {
            var forms = (await app.Api.GetAsync(path)).GetProperty("forms").EnumerateArray();
            count += forms.Single(form => form.GetProperty("survey").GetString() == Survey).GetProperty("got").GetInt32();
        }

        return count;
    }

    private async Task OpenAsync(RunningApp app, string agency)
    {
        var path = $"surveys/{year}/{agency}";
        await app.Api.PutAsync(
            $"agencies/{year}/{agency}",
            new { agencyName = agency, internalStaff = People, externalStakeholders = People, registered = true });
        await app.Api.PutAsync(path, new { opens = "2025-01-01", closes = "2099-12-31" });
        agencies.Add((path, (await app.Api.PostAsync($"{path}/iit/code")).GetProperty("code").GetString()!));
    }
}
