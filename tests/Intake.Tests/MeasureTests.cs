using Ita.Domain.Improvement;

namespace Ita.Intake.Tests;

public class MeasureTests
{
    private static Task<IntakeOutcome> Read(string columns, params string[] rows) => Uploads.Read(
        $"fiscal_year,agency_code,{columns}\n" + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });

    private static async Task<Measure> Only(string columns, string row)
    {
        var outcome = await Read(columns, row);
        Assert.Empty(outcome.Problems);
        return Assert.Single(outcome.Measures).Measure;
    }

    [Fact]
    public async Task A_row_is_a_measure_with_all_its_fields()
    {
        var measure = await Only(
            "issue,items,measure,steps,period,responsible,monitoring,status,percent,result,evidence_url",
            "2566,A1,๓,\"I1,E2\",จัดทำคู่มือ,ก;ข,ทั้งปี,สำนักปลัด,ทุกเดือน,กำลังดำเนินการ,๕๐ %,ทบทวนแล้ว,https://a.go.th/1 https://a.go.th/2");

        Assert.Equal(("m01", 2566, 2567, 3), (measure.Id, measure.Analysed.BuddhistEra, measure.CarriedOut.BuddhistEra, measure.Issue));
        Assert.Equal(("จัดทำคู่มือ", "ทั้งปี", "สำนักปลัด", "ทุกเดือน"), (measure.Title, measure.Period, measure.Responsible, measure.Monitoring));
        Assert.Equal((MeasureStatus.Started, 50m, "ทบทวนแล้ว"), (measure.Status, measure.Percent, measure.Result));
        Assert.Equal(["I1", "E2"], measure.Items.AsEnumerable());
        Assert.Equal(["ก", "ข"], measure.Steps.AsEnumerable());
        Assert.Equal(["https://a.go.th/1", "https://a.go.th/2"], measure.Evidence.Select(link => link.Url));
        Assert.Empty(MeasureChecks.FindFaults(measure, Uploads.Frameworks(2566)!));
    }

    [Fact]
    public async Task Measures_are_numbered_within_agency_and_year()
    {
        var outcome = await Read("มาตรการ", "2566,B2,ก", "2566,A1,ข", "2567,A1,ค", "2566,A1,ง");

        Assert.Equal(FileKind.Measures, outcome.Kind);
        Assert.Equal(
            [("A1", "m01", "ข"), ("A1", "m02", "ง"), ("B2", "m01", "ก"), ("A1", "m01", "ค")],
            outcome.Measures.Select(entry => (entry.AgencyCode, entry.Measure.Id, entry.Measure.Title)));
        Assert.Empty(outcome.Sheets);
    }

    [Theory]
    [InlineData("I1;i๒ e03", "I1 I2 E3")]
    [InlineData("I 1, ตัวชี้วัดที่ 4\nO34", "I1 IND4 O34")]
    [InlineData("ep1 และ es1", "E1")]
    [InlineData("", "")]
    public async Task Items_are_listed_in_many_ways(string cell, string codes) =>
        Assert.Equal(codes, string.Join(' ', (await Only("measure,items", $"2566,A1,ก,\"{cell}\"")).Items));

    [Theory]
    [InlineData("1. ก 2. ข 3. ค", "ก/ข/ค")]
    [InlineData("๑) ก; ข\n๒) พ.ศ. 2566 ข้อ 7. ค", "ก; ข/พ.ศ. 2566 ข้อ 7. ค")]
    [InlineData("- ก; ข\n- ค", "ก; ข/ค")]
    [InlineData("ก|ข ; ค", "ก/ข/ค")]
    [InlineData("ก 2.5 ข", "ก 2.5 ข")]
    [InlineData("1.5 ล้าน", "1.5 ล้าน")]
    public async Task Steps_are_separated(string cell, string steps) =>
        Assert.Equal(steps, string.Join('/', (await Only("measure,steps", $"2566,A1,ก,\"{cell}\"")).Steps));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("ประเด็นที่ ๓", 3)]
    [InlineData("3. อะไรก็ตาม", 3)]
    [InlineData("การให้บริการและระบบ E-Service", 2)]
    [InlineData("", null)]
    public async Task An_issue_is_given_by_number_or_title(string cell, int? issue) =>
        Assert.Equal(issue, (await Only("measure,issue", $"2566,A1,ก,{cell}")).Issue);

    [Theory]
    [InlineData("", MeasureStatus.Planned)]
    [InlineData("ยังไม่ดำเนินการ", MeasureStatus.Planned)]
    [InlineData("อยู่ระหว่างดำเนินการ", MeasureStatus.Started)]
    [InlineData("Started", MeasureStatus.Started)]
    [InlineData("ดำเนินการแล้ว", MeasureStatus.Done)]
    [InlineData("แล้วเสร็จ", MeasureStatus.Done)]
    [InlineData("ยกเลิก", MeasureStatus.Cancelled)]
    public async Task A_status_is_given_in_words(string cell, MeasureStatus status) =>
        Assert.Equal(status, (await Only("measure,status", $"2566,A1,ก,{cell}")).Status);

    [Theory]
    [InlineData("8,,,,", "issue-unknown", "8", "1, 2, 3, 4, 5, 6, 7")]
    [InlineData("ความโปร่งใส,,,,", "issue-unknown", "ความโปร่งใส", "2566")]
    [InlineData(",I1 I31,,,", "unknown-item", "I31", "I3")]
    [InlineData(",I1 TOTAL,,,", "item-not-for-measure", "TOTAL", "I1")]
    [InlineData(",19,,,", "ambiguous-item", "19", "I19")]
    [InlineData(",,เกือบเสร็จ,,", "status-unknown", "เกือบเสร็จ", "อยู่ระหว่างดำเนินการ (started)")]
    [InlineData(",,,101,", "percent-out-of-range", "101", "0")]
    [InlineData(",,,ครึ่งหนึ่ง,", "percent-out-of-range", "ครึ่งหนึ่ง", "100")]
    public async Task A_wrong_cell_is_reported_with_its_solution(string cells, string code, string value, string cure)
    {
        var outcome = await Read("measure,issue,items,status,percent,url", "2566,B2,ข,,,,,", "2566,A1,ก," + cells);

        var problem = outcome.Error(code);
        Assert.Equal((3, value), (problem.Line, problem.Value));
        Assert.Contains(cure, problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal("B2", Assert.Single(outcome.Measures).AgencyCode);
    }

    [Fact]
    public async Task A_row_that_does_not_say_which_measure_is_an_error_and_an_empty_one_is_skipped()
    {
        var outcome = await Read("measure,status", "2566,B2,ข,", "2566,A1,,", "2566,A1,,done");

        Assert.Equal(4, outcome.Error("measure-empty").Line);
        Assert.Equal((2, 1), (outcome.Counts.Rows, outcome.Counts.BlankRows));
    }

    [Fact]
    public async Task An_unusable_link_is_a_warning() =>
        Assert.Null((await Read("measure,evidence_url", "2566,A1,ก,แฟ้มในตู้")).Only("url-unusable").Value);

    [Fact]
    public async Task The_column_of_measures_decides_the_kind_whatever_else_there_is() => Assert.Equal(
        ["measure"], (await Read("item,score,url,comment,measure", "2566,A1,I1,90,,,ก")).Detection.KindToldBy.AsEnumerable());
}
