using System.Text;
using Ita.Domain;
using Ita.Intake.Reading;

namespace Ita.Intake.Tests;

public class CodeZerosTests
{
    private const string Named = "fiscal_year,agency_code,item,score,agency_name\n";
    private const string Ekkarat = "องค์การบริหารส่วนตำบลเอกราช";

    [Fact]
    public async Task One_name_with_codes_that_differ_by_zeros_gives_a_warning_on_each_further_code()
    {
        var read = await Uploads.Read(
            $"{Named}2566,06150502,I1,86.35,{Ekkarat}\n2566,6150502,I2,92.24,{Ekkarat}\n2566,006150502,I3,90.29,{Ekkarat}\n");

        Assert.Equal([(3, "6150502"), (4, "006150502")], read.Problems.Select(problem => (problem.Line!.Value, problem.Value!)));
        Assert.All(read.Problems, problem => Assert.Equal(("code-zeros", "agency_code"), (problem.Code, problem.Column)));
        Assert.Contains("06150502 (2), 006150502 (4)", read.Problems[0].Text.En, StringComparison.Ordinal);
        Assert.Equal(3, read.Sheets.Count);
    }

    [Theory]
    [InlineData("06150502", Ekkarat, "6150502", "อบต.เอกราช", true)]
    [InlineData("06150502", Ekkarat, "6150502", "อบต. เอกราช", true)]
    [InlineData("06150502", Ekkarat, "6150502", "", true)]
    [InlineData("06150502", "", "6150502", "", true)]
    [InlineData("06150502", Ekkarat, "0615 0502", Ekkarat, true)]
    [InlineData("06150502", Ekkarat, "06-150502", Ekkarat, true)]
    [InlineData("Ab1599", Ekkarat, "AB1599", Ekkarat, true)]
    [InlineData("06150502", Ekkarat, "6150502", "เทศบาลตำบลเอกราช", false)]
    [InlineData("06150502", Ekkarat, "6150503", Ekkarat, false)]
    [InlineData("06150502", Ekkarat, "61505020", Ekkarat, false)]
    [InlineData("0123", "", "123", "", false)]
    [InlineData("012345", "", "12345", "", true)]
    public async Task A_code_is_compared_with_the_codes_before_it(string code, string name, string further, string called, bool isWarned)
    {
        var read = await Uploads.Read($"{Named}2566,{code},I1,86.35,{name}\n2566,{further},I2,92.24,{called}\n");

        Assert.Equal(isWarned ? ["code-zeros"] : [], read.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Codes_of_different_years_are_not_compared() => Assert.Empty(
        (await Uploads.Read($"{Named}2565,06150502,I1,86.35,{Ekkarat}\n2566,6150502,I2,92.24,{Ekkarat}\n")).Problems);

    [Theory]
    [InlineData("2566,6150502,I1,99.99," + Ekkarat, "code-of-known-agency")]
    [InlineData("2566,006150502,I1,99.99,อบต.เอกราช", "code-of-known-agency")]
    [InlineData("2566,6150502,I1,99.99,", "code-zeros")]
    [InlineData("2566,6150502,I1,99.99,เทศบาลตำบลเอกราช", "")]
    [InlineData("2566,06150502,I1,99.99," + Ekkarat, "")]
    [InlineData("2566,7777777,I1,99.99,", "code-zeros")]
    [InlineData("2566,07777777,I1,99.99,", "")]
    [InlineData("2565,6150502,I1,99.99," + Ekkarat, "")]
    [InlineData("2566,5555555,I1,99.99,", "code-zeros")]
    [InlineData("2566,5555555,I1,99.99,ตัวอย่าง", "code-zeros")]
    [InlineData("2566,05555555,I1,99.99,ตัวอย่าง", "code-zeros")]
    public async Task A_code_is_compared_with_the_stored_agencies_of_its_year(string row, string code)
    {
        var read = await ReadAsync(Named + row + "\n2566,A1,I1,90,\n");

        var problem = read.WithoutVerdict("too-many-bad-rows").SingleOrDefault(one => one.Line is not null);
        Assert.Equal(code, problem?.Code ?? "");
        Assert.True(problem is null || (problem.Line == 2 && problem.Column == "agency_code" && problem.Value == row.Split(',')[1]));
        Assert.Equal(code is "code-of-known-agency" ? 1 : 2, read.Sheets.Count);
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,agency_name,province\n2566,6150502,อบต.เอกราช,อ่างทอง\n2566,A1,ก,อ่างทอง\n")]
    [InlineData("fiscal_year,agency_code,agency_name,ind1\n2566,6150502,อบต.เอกราช,90\n2566,A1,ก,90\n")]
    [InlineData("fiscal_year,agency_code,agency_name,measure\n2566,6150502,อบต.เอกราช,ทำคู่มือ\n2566,A1,ก,ทำคู่มือ\n")]
    public async Task Every_kind_of_file_is_compared(string file)
    {
        var read = await ReadAsync(file);

        Assert.Contains(read.Problems, problem => problem.Code == "code-of-known-agency");
        Assert.Equal(["A1"], read.Content.AgencyCodes.Distinct());
    }

    [Fact]
    public async Task An_agency_whose_code_is_wrong_counts_as_one_bad_row()
    {
        var read = await ReadAsync($"{Named}2566,6150502,I1,99.99,{Ekkarat}\n2566,6150502,I2,99.99,{Ekkarat}\n2566,A1,I1,90,\n");

        Assert.Equal((2, 1, 1, 1), (read.Counts.GoodRows, read.Counts.BadRows, read.Counts.AgenciesAccepted, read.Counts.AgenciesWithBadRows));
    }

    // 06150502 and 07777777 are registered; 5555555 and 05555555 are both stored already.
    private static async Task<IntakeOutcome> ReadAsync(string file) => await IntakeReader.ReadAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(file)), "upload.csv", new() { Limits = new() { BadRowShare = 1 } }, Uploads.Catalogue, KnownAsync);

    private static ValueTask<IReadOnlyDictionary<string, string?>> KnownAsync(
        FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, string?>
        {
            ["06150502"] = Ekkarat,
            ["07777777"] = null,
            ["5555555"] = "ตัวอย่าง",
            ["05555555"] = "ตัวอย่าง",
        };
        return ValueTask.FromResult<IReadOnlyDictionary<string, string?>>(
            stored.Where(pair => year.BuddhistEra == 2566 && codes.Contains(pair.Key)).ToDictionary());
    }
}
