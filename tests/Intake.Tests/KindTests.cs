using Ita.Domain.Scoring;
using Ita.Intake.Headers;

namespace Ita.Intake.Tests;

public class KindTests
{
    [Fact]
    public async Task An_empty_cell_of_an_indicator_is_a_missing_score()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,ind1,ind2,total,rating\n2566,A1,94.81,,91.61, ผ่านดี\n");

        var sheet = Assert.Single(outcome.Sheets);
        Assert.Equal(["IND1", "TOTAL"], sheet.Scores.Keys.Select(key => key.ToString()));
        Assert.Equal(new GivenScore(94.81m, null, ScoreSource.Line(2)), sheet.Scores[ScoreKey.Indicator(1)]);
        Assert.Equal("ผ่านดี", sheet.PublishedRating);
    }

    [Fact]
    public async Task An_indicator_that_the_year_does_not_have_is_unknown()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,ind1,ind11\n2566,A1,90,90\n", new() { BadRowShare = 1 });

        Assert.Equal("ind11", outcome.Error("unknown-item").Column);
    }

    [Fact]
    public async Task A_registry_row_is_an_agency()
    {
        var outcome = await Uploads.Read(
            "รหัสหน่วยงาน,ปีงบประมาณ,ชื่อหน่วยงาน,จำนวนผู้มีส่วนได้ส่วนเสียภายใน,ลงทะเบียน\nA1,๒๕๖๖,อบต. ก,๑๒๐,ไม่ลงทะเบียน\nB2,2566,,,\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal(
            [("A1", "อบต. ก", 120, false), ("B2", null, null, null)],
            outcome.Agencies.Select(agency => (agency.Code, agency.Name, agency.InternalStaff, agency.Registered)));
    }

    [Theory]
    [InlineData("contact_email,reminders", "ITA@Agency.example,1", "ita@agency.example", true)]
    [InlineData("อีเมลสำหรับการแจ้งเตือน,รับการแจ้งเตือน", " ita@agency.example. ,ไม่ใช่", "ita@agency.example", false)]
    [InlineData("contact_email,reminders", ",", null, null)]
    [InlineData("district,internal_staff", "ป่าโมก,10", null, null)]
    public async Task The_address_for_reminders_is_read_in_its_canonical_form(string columns, string cells, string? address, bool? reminders)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,{columns}\n2566,A1,{cells}\n");

        Assert.Empty(outcome.Problems);
        var agency = Assert.Single(outcome.Agencies);
        Assert.Equal((address, reminders), (agency.ContactEmail, agency.Reminders));
    }

    [Theory]
    [InlineData("somchai.example.com")]
    [InlineData("somchai@example.com; office@example.com")]
    [InlineData("คุณสมชาย <somchai@example.com>")]
    [InlineData("0812345678")]
    public async Task A_cell_that_is_no_address_is_refused_and_not_shown(string cell)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,contact_email\n2566,A1,{cell}\n", new() { BadRowShare = 1 });
        var problem = outcome.Error("email-unusable");

        Assert.Equal((2, "contact_email"), (problem.Line, problem.Column));
        Assert.Null(problem.Value);
        Assert.DoesNotContain("somchai", $"{problem.Text}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5", "1", "not-a-whole-number")]
    [InlineData("-1", "1", "not-a-whole-number")]
    [InlineData("1,2", "1", "not-a-whole-number")]
    [InlineData("10", "maybe", "yes-no-unknown")]
    public async Task A_wrong_cell_of_the_registry_is_named(string staff, string registered, string code)
    {
        var text = $"fiscal_year,agency_code,internal_staff,registered\n2566,A1,\"{staff}\",{registered}\n";

        Assert.Equal(2, (await Uploads.Read(text, new() { BadRowShare = 1 })).Error(code).Line);
    }

    [Theory]
    [InlineData("ก", "duplicate-same")]
    [InlineData("ข", "duplicate-agency")]
    public async Task An_agency_that_occurs_twice_is_named(string name, string code)
    {
        var text = $"fiscal_year,agency_code,agency_name\n2566,A1,ก\n2566,A1,{name}\n";

        Assert.Equal(3, (await Uploads.Read(text, new() { BadRowShare = 1 })).Only(code).Line);
    }

    [Fact]
    public async Task An_unknown_column_names_the_nearest_known_one_and_is_not_read()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,item,score,respondants\n2566,A1,I1,90,x\n");

        var problem = outcome.Only("unknown-column");
        Assert.Equal((1, "respondants"), (problem.Line, problem.Column));
        Assert.Contains("\"respondents\"", problem.Text.En, StringComparison.Ordinal);
        Assert.Single(outcome.Sheets);
    }

    [Fact]
    public async Task A_known_column_of_another_kind_is_reported_and_not_read() => Assert.Equal(
        "district", (await Uploads.Read("fiscal_year,agency_code,item,score,district\n2566,A1,I1,90,x\n")).Only("unused-column").Column);

    [Fact]
    public async Task The_kind_and_the_delimiter_come_with_their_reasons()
    {
        var detection = (await Uploads.Read(Uploads.Header + "2566,A1,I1,90\n")).Detection;

        Assert.Equal(["item", "score"], detection.KindToldBy.AsEnumerable());
        Assert.Equal(3, detection.DelimitersInHeader![',']);
        Assert.Equal(EncodingEvidence.OnlyAscii, detection.EncodingBecause);
    }
}
