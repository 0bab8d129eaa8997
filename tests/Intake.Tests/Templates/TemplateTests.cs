using System.Text;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Intake.Templates;

namespace Ita.Intake.Tests.Templates;

/// <summary>A form comes back as it went out: unfilled it says nothing, filled in it says what was known, and never is there a problem.</summary>
public class TemplateTests
{
    private const string Code = "5150101";

    public static TheoryData<FileKind, int> KindsAndYears => new MatrixTheoryData<FileKind, int>(
        Enum.GetValues<FileKind>(),
        FrameworkCatalogue.BuiltIn.All.Where(framework => framework is { Items.IsEmpty: false, Unconfirmed: null })
            .Select(framework => framework.Year.BuddhistEra)).Of();

    [Theory, MemberData(nameof(KindsAndYears))]
    public async Task An_unfilled_form_is_accepted_and_states_no_score(FileKind kind, int year)
    {
        var outcome = await Clean(TemplateWriter.Write(kind, Uploads.Frameworks(year)!, Code), kind);

        Assert.All(outcome.Sheets, sheet => Assert.Empty(sheet.Scores));
        Assert.Empty(outcome.Measures);
    }

    [Theory, MemberData(nameof(KindsAndYears))]
    public async Task A_form_with_known_values_is_read_back_with_these_values(FileKind kind, int year)
    {
        var known = new KnownOfYear(Uploads.Frameworks(year)!, Code);

        var outcome = await Clean(TemplateWriter.Write(kind, known.Framework, Code, known.Sheet, known.Agency, known.Measures), kind);

        Assert.Equal(known.FiguresOf(kind), outcome.Sheets.SelectMany(KnownOfYear.Figures));
        Assert.Equal(kind is FileKind.Agencies ? known.Agency : null, outcome.Agencies.SingleOrDefault(_ => kind is FileKind.Agencies));
        Assert.Equal(
            kind is FileKind.Measures ? known.Measures.Select(KnownOfYear.Text) : [],
            outcome.Measures.Select(entry => KnownOfYear.Text(entry.Measure)));
    }

    [Theory]
    [InlineData(2565, "IIT", "EIT")]
    [InlineData(2566, "IIT", "EIT1", "EIT2")]
    public async Task There_is_a_form_for_each_survey(int year, params string[] surveys)
    {
        var framework = Uploads.Frameworks(year)!;

        Assert.Equal(surveys, TemplateWriter.Surveys(framework));
        foreach (var survey in surveys)
        {
            await Clean(TemplateWriter.Write(FileKind.Responses, framework, Code, instrument: survey), FileKind.Responses);
        }
    }

    [Fact]
    public async Task A_form_of_responses_asks_each_sub_question_of_its_survey()
    {
        var text = Encoding.UTF8.GetString(TemplateWriter.Write(FileKind.Responses, Uploads.Frameworks(2564)!, Code, instrument: "EIT"));
        var filled = text.Replace(",1\r\n", ",1,67,100,33\r\n", StringComparison.Ordinal);

        Assert.Contains("E1.1,E1.2,E2,", text, StringComparison.Ordinal);
        Assert.Equal(83.5m, Assert.Single((await Uploads.Read(filled)).Sheets).Scores[new ScoreKey("E1")].Score);
    }

    [Fact]
    public async Task A_form_opens_in_a_spreadsheet_and_runs_nothing_there()
    {
        var framework = Uploads.Frameworks(2566)!;
        var agency = new Agency(framework.Year, "-1", "=HYPERLINK(\"x\")", "@SUM", "+1");

        var bytes = TemplateWriter.Write(FileKind.Agencies, framework, "-1", agency: agency);

        Assert.Equal("\uFEFFปีงบประมาณ,รหัสหน่วยงาน,หน่วยงาน,", Encoding.UTF8.GetString(bytes)[..34]);
        Assert.Contains("\r\n2566,'-1,\"'=HYPERLINK(\"\"x\"\")\",'@SUM,'+1,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(agency, Assert.Single((await Uploads.Read(bytes)).Agencies));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    public async Task A_text_that_is_a_formula_is_written_with_an_apostrophe_and_read_without_it(string name)
    {
        var framework = Uploads.Frameworks(2566)!;
        var agency = new Agency(framework.Year, Code, name);

        var bytes = TemplateWriter.Write(FileKind.Agencies, framework, Code, agency: agency);

        Assert.Contains($",'{name},", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single((await Clean(bytes, FileKind.Agencies)).Agencies).Name);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("'ก")]
    [InlineData("ก=1")]
    public async Task Any_other_text_stays_as_it_is(string name)
    {
        var framework = Uploads.Frameworks(2566)!;

        var bytes = TemplateWriter.Write(FileKind.Agencies, framework, Code, agency: new(framework.Year, Code, name));

        Assert.Contains($",{name},", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single((await Clean(bytes, FileKind.Agencies)).Agencies).Name);
    }

    [Theory]
    [InlineData(2563), InlineData(2568), InlineData(2569)]
    public async Task A_year_whose_questions_are_not_known_has_all_forms_but_those_of_answers(int year)
    {
        foreach (var kind in Enum.GetValues<FileKind>().Except([FileKind.Responses]))
        {
            await Clean(TemplateWriter.Write(kind, Uploads.Frameworks(year)!, Code), kind);
        }

        Assert.Empty(TemplateWriter.Surveys(Uploads.Frameworks(year)!));
    }

    [Theory]
    [InlineData(FileKind.Scores)]
    [InlineData(FileKind.Indicators)]
    [InlineData(FileKind.Checklist)]
    public async Task The_names_in_a_form_are_those_of_its_codes(FileKind kind)
    {
        var known = new KnownOfYear(Uploads.Frameworks(2566)!, Code);
        var sheet = (await Clean(TemplateWriter.Write(kind, known.Framework, Code, known.Sheet), kind)).Sheets.Single();

        Assert.NotEmpty(sheet.LabelsGiven);
        Assert.DoesNotContain(
            AgencyScorer.Score(known.Framework, sheet, known.Agency).Findings,
            finding => finding.Code.StartsWith("indicator-name", StringComparison.Ordinal)
                || finding.Code.StartsWith("item-text", StringComparison.Ordinal)
                || finding.Code == "item-of-another-year");
    }

    [Fact]
    public void Figures_of_another_agency_throw() => Assert.Throws<ArgumentException>(() =>
        TemplateWriter.Write(FileKind.Scores, Uploads.Frameworks(2566)!, Code, ScoreSheet.Empty(FiscalYear.FromBuddhistEra(2566), "B2")));

    private static async Task<IntakeOutcome> Clean(byte[] form, FileKind kind)
    {
        var outcome = await Uploads.Read(form);

        Assert.Empty(outcome.Problems);
        Assert.Equal((kind, false), (outcome.Kind, outcome.IsRefused));
        return outcome;
    }

    private sealed class MatrixTheoryData<T1, T2>(IEnumerable<T1> first, IEnumerable<T2> second)
    {
        public TheoryData<T1, T2> Of()
        {
            var data = new TheoryData<T1, T2>();
            foreach (var (one, other) in first.SelectMany(one => second.Select(other => (one, other))))
            {
                data.Add(one, other);
            }

            return data;
        }
    }
}
