using System.Numerics;

namespace Ita.Domain.Tests.Responses;

internal readonly struct Fraction
{
    private readonly BigInteger over;
    private readonly BigInteger under;

    public Fraction(BigInteger over, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        (this.over, this.under) = (over / common, under / common);
    }

    public bool IsZero => over.IsZero;

    public Fraction Times(Fraction other) => new(over * other.over, under * other.under);

    public Fraction Over(Fraction other) => new(over * other.under, under * other.over);

    public Fraction Plus(Fraction other) => new((over * other.under) + (other.over * under), under * other.under);

    public bool IsBelow(Fraction other) => over * other.under < other.over * under;

    public Fraction Less(Fraction other) => new((over * other.under) - (other.over * under), under * other.under);
}
