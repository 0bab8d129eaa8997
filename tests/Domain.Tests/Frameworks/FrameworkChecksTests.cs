using Ita.Domain.Frameworks;
using Ita.Domain.Frameworks.Checks;

namespace Ita.Domain.Tests.Frameworks;

public class FrameworkChecksTests
{
    public static TheoryData<int> Years => FrameworkCatalogueTests.Years;

    public static TheoryData<string> Breaks => [.. BrokenFrameworks.All.Select(broken => broken.Name)];

    [Theory, MemberData(nameof(Years))]
    public void Every_catalogue_passes_its_checks(int year) =>
        Assert.Empty(FrameworkChecks.FindFaults(
            FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)), FrameworkCatalogue.BuiltIn.Find(year - 1)));

    [Theory, MemberData(nameof(Breaks))]
    public void A_broken_catalogue_is_found_out(string name)
    {
        var broken = BrokenFrameworks.All.Single(broken => broken.Name == name);

        var fault = FrameworkChecks.FindFaults(broken.Framework).FirstOrDefault(
            fault => fault.Text.En.StartsWith(broken.Fault, StringComparison.Ordinal));

        Assert.NotNull(fault);
        Assert.NotEqual(broken.Fault.Length, fault.Text.En.Length);
        Assert.Contains("โปรด", fault.Text.Th, StringComparison.Ordinal);
    }
}
