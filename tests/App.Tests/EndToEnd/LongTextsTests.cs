using Ita.App.Tests.Hosting;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Texts;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Texts at the limits of what storage holds.</summary>
[Collection(AppTests.Name)]
public sealed class LongTextsTests(RunningApp running)
{
    [Fact]
    public async Task A_comment_that_is_too_long_takes_out_its_agency_and_no_other()
    {
        var upload = await running.Api.SentAsync(
            $"fiscal_year,agency_code,item,score,comment\n2567,LONGTEXT1,O1,100,{new string('x', 33_000)}\n2567,LONGTEXT2,O1,100,ok\n", "long.csv");

        Assert.Equal("acceptedWithProblems", upload.Status());
        Assert.Equal("cell-too-long", upload.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal("O1", (await running.Api.JsonAsync("results/2567/LONGTEXT2/evidence")).GetProperty("items")[0].GetProperty("item").GetString());
    }

    [Fact]
    public async Task Every_item_of_a_checklist_may_have_the_longest_comment()
    {
        var items = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2567)).Items.Where(item => item.Code.StartsWith('O')).ToList();
        var comment = new string('"', 2 * TextLimits.Comment);
        var csv = "fiscal_year,agency_code,item,score,comment\n"
            + string.Concat(items.Select(item => $"2567,LONGTEXT3,{item.Code},100,\"{comment}\"\n"));

        Assert.Equal("accepted", (await running.Api.SentAsync(csv, "comments.csv")).Status());
        Assert.Equal(items.Count, (await running.Api.JsonAsync("results/2567/LONGTEXT3/evidence")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Every_score_may_have_the_longest_name()
    {
        var items = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566)).Items;
        var csv = "fiscal_year,agency_code,item,name,score\n"
            + string.Concat(items.Select(item => $"2566,LONGTEXT4,{item.Code},{new string('ก', TextLimits.Label)},90\n"));

        Assert.StartsWith("accepted", (await running.Api.SentAsync(csv, "names.csv")).Status(), StringComparison.Ordinal);
        Assert.Equal(2566, (await running.Api.ResultAsync(2566, "LONGTEXT4")).GetProperty("fiscalYear").GetInt32());
    }

    [Fact]
    public async Task A_plan_may_have_a_hundred_measures_of_the_longest_texts()
    {
        var row = string.Join(',', new[]
        {
            TextLimits.MeasureTitle, TextLimits.MeasureSteps, TextLimits.MeasureDetail, TextLimits.MeasureDetail, TextLimits.MeasureDetail,
            TextLimits.MeasureResult,
        }.Select(limit => new string('ก', limit)));
        var csv = "fiscal_year,agency_code,measure,steps,period,responsible,monitoring,result\n"
            + string.Concat(Enumerable.Repeat($"2566,LONGTEXT5,{row}\n", 100));

        Assert.Equal("accepted", (await running.Api.SentAsync(csv, "plan.csv")).Status());
        Assert.Equal(100, (await running.Api.JsonAsync("measures/2566/LONGTEXT5")).GetProperty("measures").GetArrayLength());
    }
}
