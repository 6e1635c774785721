<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:o="http://schemas.microsoft.com/msus/2004/02/OfflineSync">
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:for-each select="//o:SupersededBy/o:Revision">
      <xsl:value-of select="concat('#', @Id, '#,#', ../../@RevisionId, '#', '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
