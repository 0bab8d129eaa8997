using Ita.App.Reports;
using Ita.Domain.Settings;

namespace Ita.App.Tests.Reports;

public sealed class DocumentKindsTests
{
    [Fact]
    public void Settings_name_each_kind_of_an_agencys_reports() =>
        Assert.Equal(ReportKinds.OfOneAgency, DocumentKinds.All.Select(kind => kind.Code));
}
