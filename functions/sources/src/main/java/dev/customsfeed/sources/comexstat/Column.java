package dev.customsfeed.sources.comexstat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns of Comex Stat. */
enum Column {
    CO_ANO(4),
    CO_MES(2),
    CO_NCM(8),
    /** The unit of QT_ESTAT. */
    CO_UNID(2),
    CO_PAIS(3),
    SG_UF_NCM(2),
    CO_VIA(2),
    CO_URF(7),
    QT_ESTAT(0),
    KG_LIQUIDO(0),
    VL_FOB(0),
    VL_FRETE(0),
    VL_SEGURO(0);

    /** What files of imports have besides. */
    static final Set<Column> OF_IMPORTS = EnumSet.of(VL_FRETE, VL_SEGURO);

    /** What files of both flows have. */
    static final Set<Column> OF_BOTH = EnumSet.complementOf(EnumSet.of(VL_FRETE, VL_SEGURO));

    private final int codeLength;

    Column(int codeLength) {
        this.codeLength = codeLength;
    }

    /** How many characters its codes have; 0 where it has figures. */
    int codeLength() {
        return codeLength;
    }

    /** Their names. */
    static List<String> names(Set<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
