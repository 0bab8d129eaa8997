using System.Text;
using System.Text.Json;
using Ita.Bench.Material;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Bench.Kills;

internal enum PostKind
{
    Sheet,
    Upload,
}

/// <param name="Subject">The agency, which has many sheets but one upload.</param>
internal sealed record TestPost(PostKind Kind, string Subject, string Path, string ContentType, byte[] Body);

/// <summary>Creates sheets for open surveys, each with its own nonce, and uploads for agencies of their own.</summary>
internal sealed class TestPosts(KillsOptions options)
{
    private const int Surveys = 10;
    private const int People = 100_000;

    private readonly QuestionList questions = QuestionList.Find(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(options.Year)), "IIT")
        ?? throw new FormatException($"{options.Year} has no IIT whose questions are known.");

    private readonly Random chance = new(options.Seed);
    private readonly List<(string Agency, string Code)> open = [];
    private readonly Lock turn = new();
    private int uploads;

    public IEnumerable<string> Agencies => open.Select(survey => survey.Agency);

    public string SurveyPath(string agency) => $"surveys/{options.Year}/{agency}";

    public string ResultPath(string agency) => $"results/{options.Year}/{agency}";

    public async Task OpenAsync(AppApi api)
    {
        foreach (var agency in Enumerable.Range(1, Surveys).Select(number => $"SURVEY-{number}"))
        {
            await api.PutAsync(
                $"agencies/{options.Year}/{agency}",
                new { agencyName = agency, internalStaff = People, externalStakeholders = People, registered = true });
            await api.PutAsync(SurveyPath(agency), new { opens = "2025-01-01", closes = "2099-12-31" });
            open.Add((agency, (await api.PostAsync($"{SurveyPath(agency)}/iit/code")).GetProperty("code").GetString()!));
        }
    }

    public TestPost Sheet()
    {
        lock (turn)
        {
            var (agency, code) = open[chance.Next(open.Count)];
            var nonce = string.Create(CultureInfo.InvariantCulture, $"kills-{chance.NextInt64():x16}{chance.NextInt64():x16}");
            var answers = questions.Questions.ToDictionary(
                question => question.Code, question => (chance.Next(question.Options.Length) + 1).ToString(CultureInfo.InvariantCulture));
            return new(
                PostKind.Sheet,
                agency,
                $"{SurveyPath(agency)}/iit/responses",
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(new { code, nonce, answers }));
        }
    }

    public TestPost Upload()
    {
        lock (turn)
        {
            var agency = string.Create(CultureInfo.InvariantCulture, $"UPLOAD-{++uploads}");
            var names = Enumerable.Range(1, 10).Select(number => $"ind{number}");
            var scores = Enumerable.Range(1, 10).Select(_ => $"{chance.Next(50, 100)}");
            var text = $"fiscal_year,agency_code,{string.Join(',', names)}\n{options.Year},{agency},{string.Join(',', scores)}\n";
            return new(PostKind.Upload, agency, $"uploads?name={agency}.csv", "text/csv", Encoding.UTF8.GetBytes(text));
        }
    }
}
