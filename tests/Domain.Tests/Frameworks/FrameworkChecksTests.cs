using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

public class FrameworkChecksTests
{
    public static TheoryData<int> Years => FrameworkCatalogueTests.Years;

    public static TheoryData<string> Breaks => [.. BrokenFrameworks.All.Select(broken => broken.Name)];

    [Theory, MemberData(nameof(Years))]
    public void Every_catalogue_passes_its_checks(int year) =>
        Assert.Empty(FrameworkChecks.FaultsOf(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year))));

    [Theory, MemberData(nameof(Breaks))]
    public void A_broken_catalogue_is_found_out(string name)
    {
        var broken = BrokenFrameworks.All.Single(broken => broken.Name == name);

        Assert.Contains(broken.Fault, FrameworkChecks.FaultsOf(broken.Framework));
    }
}
