namespace Ita.App.Tests.Surveys;

/// <summary>A clock that the test sets.</summary>
internal sealed class HandClock(string start) : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
