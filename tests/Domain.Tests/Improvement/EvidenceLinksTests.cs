using Ita.Domain.Improvement;

namespace Ita.Domain.Tests.Improvement;

public class EvidenceLinksTests
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2566);

    [Fact]
    public void The_home_page_of_Phathai_is_not_evidence() =>
        Assert.Equal([LinkFault.RootOnly], EvidenceLinks.Check(Plans.Phathai.Evidence[0], "www.patai.go.th", Year).AsEnumerable());

    [Theory]
    [InlineData("https://www.example.go.th/news/123")]
    [InlineData("https://example.go.th/ita/2566/o14.pdf")]
    [InlineData("https://files.example.go.th/wp-content/2022/11/o14.pdf")] // November 2022 lies in FY 2566
    [InlineData("https://www.example.go.th/?p=81")]
    [InlineData("https://www.example.go.th/plan-2561-2566.pdf")] // one of the years is right
    public void A_page_of_the_agency_and_the_year_is_evidence(string url) =>
        Assert.Empty(EvidenceLinks.Check(url, "www.example.go.th", Year));

    [Theory]
    [InlineData("example", LinkFault.NotAnAddress)]
    [InlineData("ftp://www.example.go.th/a.pdf", LinkFault.NotHttp)]
    [InlineData("https://www.example.go.th/", LinkFault.RootOnly)]
    [InlineData("https://notexample.go.th/a.pdf", LinkFault.WrongHost)]
    [InlineData("https://www.example.go.th/ita2564/a.pdf", LinkFault.WrongYear)]
    [InlineData("https://www.example.go.th/2021/a.pdf", LinkFault.WrongYear)]
    public void What_cannot_be_evidence_is_flagged(string url, LinkFault fault) =>
        Assert.Equal([fault], EvidenceLinks.Check(url, "example.go.th", Year).AsEnumerable());

    [Fact]
    public void Every_fault_is_listed() => Assert.Equal(
        [LinkFault.WrongHost, LinkFault.WrongYear], EvidenceLinks.Check("https://drive.example.com/2560/a", "example.go.th", Year).AsEnumerable());

    [Fact]
    public void Without_a_known_host_any_host_is_accepted() => Assert.Empty(EvidenceLinks.Check("https://example.com/a", null, Year));
}
