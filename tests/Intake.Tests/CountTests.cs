namespace Ita.Intake.Tests;

/// <summary>What is counted adds up, whether the file is accepted or refused.</summary>
public sealed class CountTests
{
    private const string Answers = "fiscal_year,agency_code,instrument,i1\n";

    [Fact]
    public async Task A_second_header_row_is_no_agency()
    {
        var rows = Enumerable.Repeat("2566,A1,IIT,มาก", 10);
        var counts = (await Uploads.Read(Answers + "ปี,รหัส,แบบวัด,เจ้าหน้าที่\n" + string.Join('\n', rows))).Counts;

        Assert.Equal(new IntakeCounts(Rows: 11, BlankRows: 0, GoodRows: 10, BadRows: 1, AgenciesAccepted: 1, AgenciesWithBadRows: 0), counts);
    }

    [Theory]
    [InlineData("2566,A1,I1,90\n2566,B2,I1,abc\n", "too-many-bad-rows", 2, 1, 1, 2)]
    [InlineData("2566,A1,I1,abc\n2566,A1,I2,90\n", "too-many-bad-rows", 2, 1, 1, 1)]
    [InlineData("2566,รวม,I1,90\n", "no-good-agency", 1, 0, 1, 0)]
    [InlineData("2566,A1,TOTAL,0.9\n2566,B2,TOTAL,0.8\n2566,C3,TOTAL,0.7\n", "column-of-fractions", 3, 3, 0, 3)]
    public async Task A_refused_file_accepts_no_agency(string rows, string code, int all, int good, int bad, int agencies)
    {
        var outcome = await Uploads.Read(Uploads.Header + rows);

        Assert.Equal(code, outcome.Refused?.Code);
        Assert.Equal(new IntakeCounts(all, 0, good, bad, AgenciesAccepted: 0, AgenciesWithBadRows: agencies), outcome.Counts);
    }

    [Fact]
    public async Task A_file_of_another_agency_accepts_none()
    {
        var outcome = (await Uploads.Read(Uploads.Header + "2566,A1,I1,90\n2566,B2,I1,90\n")).SentFor("A1");

        Assert.Equal(new IntakeCounts(2, 0, 2, 0, AgenciesAccepted: 0, AgenciesWithBadRows: 2), outcome.Counts);
    }

    [Fact]
    public async Task An_agency_of_fractions_has_one_bad_row()
    {
        var outcome = await Uploads.Read(
            Uploads.Header + "2566,A1,I1,0.9\n2566,A1,I2,0.8\n2566,A1,I3,0.7\n"
                + string.Concat(Enumerable.Range(1, 9).Select(item => $"2566,B2,I{item},90\n")));

        Assert.Equal(new IntakeCounts(12, 0, 11, 1, AgenciesAccepted: 1, AgenciesWithBadRows: 1), outcome.Counts);
    }
}
