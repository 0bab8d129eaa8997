using Ita.Domain;
using Ita.Domain.Texts;

namespace Ita.Intake.Tests;

/// <summary>Texts that are longer than they can be stored.</summary>
public sealed class TextLimitTests
{
    public static TheoryData<string, string, int> Texts => new()
    {
        { "item,score,comment", "O1,100,{0}", TextLimits.Comment },
        { "item,score,url,comment", "O1,100,{0},x", TextLimits.Urls },
        { "item,score,agency_name", "O1,100,{0}", TextLimits.AgencyName },
        { "ind1,province", "90,{0}", TextLimits.Province },
        { "instrument,i1,agency_type", "IIT,มาก,{0}", TextLimits.AgencyType },
        { "agency_name,district", "x,{0}", TextLimits.District },
        { "agency_name,registered", "{0},1", TextLimits.AgencyName },
        { "item,score", "RATING,{0}", TextLimits.Rating },
        { "ind1,rating", "90,{0}", TextLimits.Rating },
        { "measure", "{0}", TextLimits.MeasureTitle },
        { "measure,steps", "x,{0}", TextLimits.MeasureSteps },
        { "measure,period", "x,{0}", TextLimits.MeasureDetail },
        { "measure,responsible", "x,{0}", TextLimits.MeasureDetail },
        { "measure,monitoring", "x,{0}", TextLimits.MeasureDetail },
        { "measure,result", "x,{0}", TextLimits.MeasureResult },
    };

    [Theory, MemberData(nameof(Texts))]
    public async Task A_text_may_be_as_long_as_its_limit(string columns, string row, int limit)
    {
        foreach (var (length, isGood) in new[] { (limit - 1, true), (limit, true), (limit + 1, false) })
        {
            var text = new string('x', length);
            var outcome = await Uploads.Read(
                $"fiscal_year,agency_code,{columns}\n2566,A1,{row.Replace("{0}", text, StringComparison.Ordinal)}\n"
                    + $"2566,B2,{row.Replace("{0}", "http://a.go.th", StringComparison.Ordinal)}\n",
                new() { BadRowShare = 1 });

            var errors = outcome.Problems.Where(problem => problem.Severity is Severity.Error).ToList();
            Assert.Equal(isGood, errors.Count == 0);
            Assert.Equal(isGood ? 2 : 1, outcome.Counts.AgenciesAccepted);
            if (!isGood)
            {
                Assert.Equal(("cell-too-long", 2, null, columns.Split(',')[row.Split(',').ToList().IndexOf("{0}")]), Told(errors.Single()));
                Assert.Equal(limit.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), errors.Single().Places!["limit"]);
            }
        }
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    public async Task A_cell_longer_than_the_setting_takes_out_its_agency_alone(char delimiter)
    {
        var text = "fiscal_year,agency_code,item,score,comment\n2566,A1,O1,100," + new string('ก', 30_000) + "\n2566,B2,O1,100,ok\n";

        // One of two rows is bad, more than the share that refuses a file: a long text says nothing against the rows of others.
        var outcome = await Uploads.Read(text.Replace(',', delimiter));

        Assert.Equal(2, outcome.Error("cell-too-long").Line);
        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
    }

    [Fact]
    public async Task Many_short_steps_count_as_they_are_stored()
    {
        var steps = string.Join(';', Enumerable.Repeat("ก", 2_900));

        var outcome = await Uploads.Read($"fiscal_year,agency_code,measure,steps\n2566,A1,x,{steps}\n2566,B2,x,y\n", new() { BadRowShare = 1 });

        Assert.Equal("steps", outcome.Error("cell-too-long").Column);
        Assert.Equal("B2", Assert.Single(outcome.Measures).AgencyCode);
    }

    [Theory]
    [InlineData("กข", 2)]
    [InlineData("a\"\\", 5)]
    [InlineData("\u0001\u200B", 12)]
    public void The_length_in_json_counts_what_is_escaped(string text, int length) => Assert.Equal(length, TextLimits.JsonLength(text));

    private static (string, int?, string?, string?) Told(Problem problem) => (problem.Code, problem.Line, problem.Value, problem.Column);
}
