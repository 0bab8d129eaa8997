using System.Text;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Intake.Reading;

namespace Ita.Intake.Tests;

/// <summary>Uploads text as a file and looks at what came of it.</summary>
internal static class Uploads
{
    public const string Header = "fiscal_year,agency_code,item,score\n";

    public static FrameworkCatalogue Catalogue => FrameworkCatalogue.BuiltIn;

    public static Framework? Frameworks(int year) => FrameworkCatalogue.BuiltIn.Find(year);

    public static Task<IntakeOutcome> Read(string text, IntakeLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    public static Task<IntakeOutcome> Read(byte[] bytes, IntakeLimits? limits = null) => Read(new MemoryStream(bytes), limits);

    public static async Task<IntakeOutcome> Read(Stream stream, IntakeLimits? limits = null) => await IntakeReader.ReadAsync(
        stream, "upload.csv", new() { Limits = limits ?? new() }, Catalogue);

    /// <summary>Rows below the usual header of a scores file, in a file where any share may be bad.</summary>
    public static Task<IntakeOutcome> Scores(params string[] rows) =>
        Read(Header + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });

    public static Problem Only(this IntakeOutcome outcome, string code)
    {
        var problem = Assert.Single(outcome.WithoutVerdict(code));
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Text.Th);
        return problem;
    }

    /// <summary>The one error of a file; warnings aside.</summary>
    public static Problem Error(this IntakeOutcome outcome, string code)
    {
        var problem = Assert.Single(outcome.WithoutVerdict(code), problem => problem.Severity is Severity.Error);
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Text.En);
        return problem;
    }

    /// <summary>The problems of rows: a file of one agency falls with it, which is not what most tests are about.</summary>
    public static IEnumerable<Problem> WithoutVerdict(this IntakeOutcome outcome, string asked = "") =>
        outcome.Problems.Where(problem => problem.Code == asked || problem.Code != "no-good-agency");

    extension(IntakeOutcome outcome)
    {
        public ImmutableArray<Evidence> Evidence => outcome.Content is IntakeContent.ChecklistFile checklist ? checklist.Evidence : [];

        public ImmutableArray<AgencyMeasure> Measures => outcome.Content is IntakeContent.MeasuresFile measures ? measures.Planned : [];
    }
}
