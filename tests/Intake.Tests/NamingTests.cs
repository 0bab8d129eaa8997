using Ita.Domain;

namespace Ita.Intake.Tests;

public class NamingTests
{
    private const string Registry = "fiscal_year,agency_code,agency_name,agency_type,province\n";

    [Theory]
    [InlineData("แพร่", "แพร่")]
    [InlineData("เเพร่", "แพร่")]
    [InlineData("จังหวัดแพร่", "แพร่")]
    [InlineData("จ.แพร่", "แพร่")]
    [InlineData("จ. แพร่", "แพร่")]
    [InlineData("แพร่\u200B", "แพร่")]
    [InlineData("อ่าง ทอง", "อ่างทอง")]
    [InlineData("อํานาจเจริญ", "อำนาจเจริญ")]
    [InlineData("นา่น", "น่าน")]
    [InlineData("กทม.", "กรุงเทพมหานคร")]
    [InlineData("กรุงเทพฯ", "กรุงเทพมหานคร")]
    [InlineData("Bangkok", "กรุงเทพมหานคร")]
    [InlineData("Chiang Mai", "เชียงใหม่")]
    [InlineData("chiangmai", "เชียงใหม่")]
    [InlineData("Nan Province", "น่าน")]
    [InlineData("อยุธยา", "พระนครศรีอยุธยา")]
    public async Task A_province_is_stored_under_its_official_name(string written, string province)
    {
        foreach (var file in new[] { $"{Registry}2566,A1,ก,,{written}\n", $"fiscal_year,agency_code,province,item,score\n2566,A1,{written},I1,90\n" })
        {
            var read = await Uploads.Read(file);

            Assert.Empty(read.Problems);
            Assert.Equal(province, Assert.Single(read.Agencies).Province);
        }
    }

    [Theory]
    [InlineData("อบต.")]
    [InlineData("อบต")]
    [InlineData("องค์การบริหารส่วนตําบล")]
    [InlineData("องค์การบริหารส่วน ตำบล")]
    [InlineData("Subdistrict Administrative Organization")]
    public async Task A_type_is_stored_under_its_official_name(string written)
    {
        var read = await Uploads.Read($"{Registry}2566,A1,ก,{written},\n");

        Assert.Empty(read.Problems);
        Assert.Equal("องค์การบริหารส่วนตำบล", Assert.Single(read.Agencies).Type);
    }

    [Theory]
    [InlineData("2566,A1,ก,,เชียงใหญ่", "province-unknown", "province", "เชียงใหม่")]
    [InlineData("2566,A1,ก,,เพรชบุรี", "province-unknown", "province", "เพชรบุรี")]
    [InlineData("2566,A1,ก,,Chang Mai", "province-unknown", "province", "เชียงใหม่")]
    [InlineData("2566,A1,ก,เทศบาลนครใหญ่,", "agency-type-unknown", "agency_type", "เทศบาลนคร")]
    public async Task An_unknown_name_gives_a_warning_with_the_nearest(string row, string code, string column, string nearest)
    {
        var read = await Uploads.Read($"{Registry}{row}\n{row.Replace("A1", "A2", StringComparison.Ordinal)}\n");

        var problem = read.Only(code);
        Assert.Equal((2, column, Severity.Warning), (problem.Line!.Value, problem.Column, problem.Severity));
        Assert.Contains(nearest, problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal(2, read.Agencies.Length);
    }

    [Theory]
    [InlineData("อบต.เอกราช,,", "องค์การบริหารส่วนตำบลเอกราช,,")]
    [InlineData("ทต.ท่าแร่,,", "เทศบาลตำบล ท่าแร่,,")]
    [InlineData(",อบต.,จ.แพร่", ",องค์การบริหารส่วนตำบล,แพร่")]
    [InlineData("อบต.ทุ่งนา,,", "อบต.ทุ่งนํา,,", true)]
    [InlineData("ทต.ท่าแร่,,", "ทม.ท่าแร่,,", true)]
    [InlineData("ทนงศักดิ์,,", "เทศบาลนครงศักดิ์,,", true)]
    public async Task Spellings_of_one_name_are_no_difference(string one, string other, bool differs = false)
    {
        var read = await Uploads.Read(
            $"fiscal_year,agency_code,agency_name,agency_type,province,item,score\n2566,A1,{one},I1,90\n2566,A1,{other},I2,90\n");

        Assert.Equal(differs ? ["agency-name-differs"] : [], read.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("องค์การบริหารส่วนตําบลท่ีนํ้า", "องค์การบริหารส่วนตำบลที่น้ำ")]
    [InlineData("เเม่เเรง", "แม่แรง")]
    [InlineData("เป\uF712น\uF70Aท\uF702\uF705", "เป็น่ที่")]
    [InlineData("กตัญ\uF70Fู ข้าว \uF700าน", "กตัญญู ข้าว ฐาน")]
    public async Task Names_and_texts_are_stored_in_one_spelling(string written, string stored)
    {
        var registry = await Uploads.Read($"{Registry}2566,A1,{written},,\n");
        var measures = await Uploads.Read($"fiscal_year,agency_code,measure,steps\n2566,A1,{written},{written}\n");

        Assert.Equal(stored, Assert.Single(registry.Agencies).Name);
        Assert.Equal((stored, stored), (measures.Measures[0].Measure.Title, measures.Measures[0].Measure.Steps[0]));
        Assert.Empty(registry.Problems.Concat(measures.Problems));
    }
}
